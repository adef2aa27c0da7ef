// Whether there is anything of articles. Sent for drafts it says whether there are any.
RETURN EXISTS { MATCH (:Article) } OR EXISTS { MATCH (:Entity) } AS areThere
