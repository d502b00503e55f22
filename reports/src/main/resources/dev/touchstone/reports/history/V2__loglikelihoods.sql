-- Of choices, as a JSON array; null in it is probability 0. NULL: kept by an older version, or no choices.
ALTER TABLE touchstone_item ADD COLUMN loglikelihoods TEXT;
