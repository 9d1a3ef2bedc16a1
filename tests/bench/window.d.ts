interface Window {
  /** Milliseconds of each long task since the page began: see `importing.mjs`. */
  tasks: number[]
}
