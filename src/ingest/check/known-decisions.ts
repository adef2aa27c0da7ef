import { Decisions, TakenDecision } from '../../model/decision.ts';
import type { FaultList } from '../../model/fault-list.ts';
import type { Inputs } from '../read/article-input.ts';
import { checkDecision } from './check-decision.ts';
import { parseYaml } from './check-document.ts';
import { InputError } from './input-error.ts';

/** The decisions of files; what is wrong in them is added to the faults. What they are about may come later. */
export function knownDecisions(files: NonNullable<Inputs['decisions']>, faults: FaultList): TakenDecision[] {
  return files.flatMap(({ file, text }) => {
    const document = text === null ? null : parseYaml(file, text, Decisions, faults);
    return (document?.data?.decisions ?? []).flatMap((entry, index) => {
      try {
        return checkDecision(entry, TakenDecision, file);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        for (const fault of error.faults)
          faults.add(() => ({ ...fault, line: document?.line(['decisions', index]) }));
        return [];
      }
    });
  });
}
