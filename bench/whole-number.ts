/**
 * The value of an option that counts something.
 * @throws Error where it is no whole number from 1.
 */
export function wholeNumber(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`--${name} is ${JSON.stringify(value)}, expected a whole number from 1.`);
  return number;
}
