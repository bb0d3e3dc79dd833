/** Numbers that every thread may read where they are: sent to another, they are not copied. Filled once, then left alone. */
export const sharedInts = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * length))

export const sharedShorts = (length: number): Uint16Array => new Uint16Array(new SharedArrayBuffer(2 * length))
