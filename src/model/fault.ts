/** One thing that is wrong with what was given: where it is, what was found, and what would be right. */
export interface Fault {
  /** Name of a parameter of a request. */
  parameter?: string;
  /** JSON Pointer (RFC 6901) into a document. */
  pointer?: string;
  /** An input file, from the working folder. */
  file?: string;
  /** Line of the file, counted from 1. */
  line?: number;
  /** Field of the file, such as `statements[2].quotations[0].quote`; absent for the file as a whole. */
  field?: string;
  detail: string;
  expected?: string;
  nearest?: string;
  /** The entities that a name may mean. */
  candidates?: { id: string; name: string; type: string }[];
}
