// In which currency the amounts of the city that is looked at are.

export const YEN = "JPY";

/** The code (ISO 4217); it is set where the plan is chosen. */
export const currency: { code: string } = $state({ code: YEN });
