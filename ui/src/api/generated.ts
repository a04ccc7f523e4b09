// Replaced by the types generated from the commands of the desktop app.

/** Every command with its arguments and its result. */
export interface Commands {}
