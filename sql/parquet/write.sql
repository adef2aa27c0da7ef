-- Writes the rows in their order, with what they are of. Row groups are small, since one is held at a time.
COPY item TO $path (
  FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20000, KV_METADATA {version: $version, request: $request}
)
