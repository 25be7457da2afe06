-- What a signed document was made of. Never edited again: a later shape is a later file.

-- With the first signature: the composed document with everything else that its file is made of, so
-- that the file can be made again. A further signature adds to the file and changes nothing of this.
-- Documents that were signed before this step have none.
ALTER TABLE sealed_document ADD COLUMN made_of TEXT CHECK (made_of IS NULL OR version = 1);
