// One page application inside a desktop window: there is no server to render on.
export const ssr = false;
