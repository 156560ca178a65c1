"""How a journal is kept: one SQLite file, with or without a passphrase, read and written whole.

The way in is `store.JournalFile`. It looks at the file without touching it (`file_form`), and from
there `opening` tells the rest: take the writer's lock (`lock`), make a new journal (`new_journal`),
unlock it (`unlocking`, `passphrase`), bring an older one up to date (`migration`), and hand over an
`open_journal.SqlJournal`. Behind that stand one module for each kind of record, `writing` for
edits, `deleted_records` for the bin, `database` for connections and transactions, and `tables` for
what the file looks like inside. `faults` turns whatever goes wrong into a StorageError.

Whole files are made by `new_file` and filled by `copying`. On these stand `backup` and `backups`
(with `backup_names` and `backup_folders`), `passphrase_change` with `remaking`, and `restoring`.
"""
