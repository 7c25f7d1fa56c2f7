// In which currency the amounts of the city that is looked at are.

import { PREFIXES } from "./terms";

export const YEN = "JPY";

/** The code (ISO 4217); it is set where the plan is chosen. */
export const currency: { code: string } = $state({ code: YEN });

/** Whether a unit is that currency: yen is a term, any other a unit of the city that goes by its code. */
export function isMoney(unit: string, label: string): boolean {
  return unit === `${PREFIXES.pg}Yen` || label === currency.code;
}
