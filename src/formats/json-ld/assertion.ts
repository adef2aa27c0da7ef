import type { Assertion } from '../../model/assertion.ts';
import type { Figure } from '../../model/figure.ts';
import { articlePath, statementPath } from '../resource-paths.ts';
import { evidenceFields, type Node, withoutNulls } from './node.ts';

/** Who says so, in which article; on its own it asserts nothing. */
export const assertionNode = ({ article, by, as, statement, confidence }: Assertion): Node =>
  withoutNulls({
    type: 'Assertion',
    by,
    as,
    statement: statement && statementPath(statement),
    confidence,
    hadPrimarySource: [articlePath(article)],
  });

const CURRENCY = /^[A-Z]{3}$/;

/** A figure as a schema.org QuantitativeValue, or MonetaryAmount where its unit is a currency. */
export function figureNode({ what, value, from, to, unit, assertion, evidence }: Figure): Node {
  const isMoney = unit !== null && CURRENCY.test(unit);
  return withoutNulls({
    type: isMoney ? 'MonetaryAmount' : 'QuantitativeValue',
    what,
    value,
    minValue: from,
    maxValue: to,
    [isMoney ? 'currency' : 'unitText']: unit,
    assertions: [assertionNode(assertion)],
    ...evidenceFields([evidence]),
  });
}
