// How far the engine in the browser has been loaded: a share while it is on its way; and whether it is there.

export const loading: { share: number | undefined; done: boolean } = $state({ share: undefined, done: false });
