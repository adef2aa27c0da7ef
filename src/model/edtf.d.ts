// The package ships no types: https://github.com/inukshuk/edtf.js
declare module 'edtf' {
  export default function edtf(expression: string): { min: number | null; max: number | null };
}
