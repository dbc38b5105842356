-- How long nobody spoke before a message: the partner's waited for, the user's thought over. Missing where that is not known.

ALTER TABLE messages ADD COLUMN silence_ms INTEGER;
