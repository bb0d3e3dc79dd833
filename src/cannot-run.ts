/** Why the program cannot do what it was started for. The message is one line for whoever started it. */
export class CannotRun extends Error {}
