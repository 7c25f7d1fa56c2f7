// How far the engine in the browser has been loaded: a share, or undefined while nothing is on its way.

export const loading: { share: number | undefined } = $state({ share: undefined });
