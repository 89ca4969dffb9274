-- What is known of a consumer key, and only of one: its last seven characters (`ending`) tell it.
-- `owner_name` NULL is not seen in the site's list yet; empty without `owner_id` was deleted.
ALTER TABLE keys ADD COLUMN permission TEXT;
ALTER TABLE keys ADD COLUMN owner_id INTEGER;
ALTER TABLE keys ADD COLUMN owner_name TEXT;
ALTER TABLE keys ADD COLUMN ending TEXT;
ALTER TABLE keys ADD COLUMN last_access TEXT;
ALTER TABLE keys ADD COLUMN last_access_since INTEGER;
ALTER TABLE keys ADD COLUMN may_change INTEGER NOT NULL DEFAULT 0;
-- Lost with the reply to its making: nobody has it.
ALTER TABLE keys ADD COLUMN pair_lost INTEGER NOT NULL DEFAULT 0;

-- What is known of a site, and only of one: where its routes are (`permalinks`) tells it.
ALTER TABLE connections ADD COLUMN permalinks TEXT;
ALTER TABLE connections ADD COLUMN login_path TEXT;
ALTER TABLE connections ADD COLUMN wordpress TEXT;
ALTER TABLE connections ADD COLUMN woocommerce TEXT;

-- `owner` is the site's number of a user.
ALTER TABLE intents ADD COLUMN permission TEXT;
ALTER TABLE intents ADD COLUMN owner INTEGER;
ALTER TABLE intents ADD COLUMN identifier TEXT;

-- In the site's words.
ALTER TABLE rotations ADD COLUMN new_access_before TEXT;
ALTER TABLE rotations ADD COLUMN old_access_before TEXT;

-- A key revoked here is gone since then.
DROP INDEX history_of_age;
CREATE INDEX history_of_age ON history (key, store, act, at) WHERE act IN (
    'created', 'seen_on_server', 'renewed', 'renewed_elsewhere', 'replaced_elsewhere',
    'took_new_pair', 'imported', 'gone_from_server', 'revoked'
);
