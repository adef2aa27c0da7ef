-- Whole numbers as bits, those of 32 numbers in one word.
SELECT coalesce(list(word), []) AS words, coalesce(list(bits), []) AS bits
FROM (
  SELECT n >> 5 AS word, bit_or(1::UINTEGER << (n & 31)::UINTEGER) AS bits
  FROM (
    /* numbers */
    SELECT n FROM thing
    /* end */
  )
  GROUP BY word
)
