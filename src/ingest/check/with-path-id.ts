import { FaultList } from '../../model/fault-list.ts';
import { placeOf } from '../../model/field-path.ts';
import { shownValue } from '../../model/shown-value.ts';
import { BODY } from './body.ts';
import { InputError } from './input-error.ts';

/**
 * A body that is sent to the URL of what it describes, with the id of that URL: it need not repeat it.
 * @throws InputError where it has another id.
 */
export function withPathId(body: unknown, id: string | undefined): unknown {
  if (id === undefined || body === null || typeof body !== 'object' || Array.isArray(body)) return body;
  const { id: given = id } = body as { id?: unknown };
  if (given === id) return { ...body, id };
  throw new InputError(
    FaultList.of([
      {
        file: BODY,
        ...placeOf(['id']),
        detail: `the id is ${shownValue(given)}, and that of the URL is ${JSON.stringify(id)}`,
        expected: `${JSON.stringify(id)}, or no id`,
      },
    ]),
  );
}
