-- Schema 3 as it was released. Never edited: a change of the schema is a new step and a new file.
-- engine: sqlite
CREATE TABLE "redirect" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "table_name" TEXT NOT NULL,
    "old_id" BLOB NOT NULL CHECK (length("old_id") = 16),
    "new_id" BLOB NOT NULL CHECK (length("new_id") = 16),
    UNIQUE ("id")
) STRICT;
CREATE TABLE "invitation_group" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "name" TEXT NOT NULL,
    "order_no" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "invitation_group_member" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "group_id" BLOB NOT NULL REFERENCES "invitation_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" INTEGER NOT NULL,
    "role" TEXT NOT NULL CHECK ("role" IN ('pimpinan', 'moderator', 'narasumber', 'peserta', 'panitia', 'pers')),
    "institution_id" BLOB REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "position_id" BLOB REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
    "label" TEXT,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "meeting_template" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL CHECK (json_valid("content")),
    "sort_key" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "rundown_item" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "meeting_id" BLOB NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" INTEGER NOT NULL,
    "starts_at" TEXT CHECK ("starts_at" IS strftime('%H:%M', "starts_at")),
    "planned_minutes" INTEGER,
    "title" TEXT NOT NULL,
    "officer" TEXT,
    "note" TEXT,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "text_block" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "order_no" INTEGER NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "door_mark" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "meeting_id" BLOB NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "participant_id" BLOB NOT NULL REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED,
    "laptop" BLOB NOT NULL CHECK (length("laptop") = 16),
    "laptop_name" TEXT NOT NULL,
    "state" TEXT NOT NULL CHECK ("state" IN ('belum_dicatat', 'hadir', 'diwakili', 'berhalangan', 'tidak_hadir')),
    "present_person_id" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "present_position_id" BLOB REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
    "present_name" TEXT,
    "present_title" TEXT,
    "arrived_at" TEXT CHECK ("arrived_at" IS strftime('%H:%M', "arrived_at")),
    "left_at" TEXT CHECK ("left_at" IS strftime('%H:%M', "left_at")),
    "unreadable" INTEGER NOT NULL DEFAULT 0 CHECK ("unreadable" IN (0, 1)),
    "marked_at" INTEGER,
    "settled" INTEGER NOT NULL DEFAULT 0 CHECK ("settled" IN (0, 1)),
    UNIQUE ("id")
) STRICT;
CREATE TABLE "progress_report" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "commitment_id" BLOB NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "addressee_id" BLOB NOT NULL REFERENCES "addressee" ("id") DEFERRABLE INITIALLY DEFERRED,
    "meeting_id" BLOB REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" INTEGER NOT NULL,
    "reported_on" TEXT NOT NULL CHECK ("reported_on" IS date("reported_on")),
    "state" TEXT NOT NULL CHECK ("state" IN ('belum', 'proses', 'selesai_laporan', 'selesai_bukti', 'dihentikan')),
    "note" TEXT,
    "institution_id" BLOB REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "reporter" TEXT,
    "channel" TEXT NOT NULL CHECK ("channel" IN ('rapat', 'surat', 'whatsapp', 'telepon', 'formulir', 'lainnya')),
    "due_before" TEXT CHECK ("due_before" IS date("due_before")),
    "due_after" TEXT CHECK ("due_after" IS date("due_after")),
    "due_reason" TEXT,
    UNIQUE ("id")
) STRICT;
ALTER TABLE "meeting" ADD COLUMN "copied_from" TEXT;
ALTER TABLE "meeting" ADD COLUMN "copied_on" TEXT CHECK ("copied_on" IS date("copied_on"));
ALTER TABLE "meeting" ADD COLUMN "briefing_points" TEXT;
ALTER TABLE "participant" ADD COLUMN "marked_at" INTEGER;
ALTER TABLE "participant" ADD COLUMN "unreadable" INTEGER NOT NULL DEFAULT 0 CHECK ("unreadable" IN (0, 1));
ALTER TABLE "commitment" ADD COLUMN "priority" INTEGER NOT NULL DEFAULT 2;
CREATE INDEX "redirect_old" ON "redirect" (old_id);
CREATE INDEX "invitation_group_member_group" ON "invitation_group_member" (group_id, order_no);
CREATE INDEX "rundown_item_meeting" ON "rundown_item" (meeting_id, order_no);
CREATE INDEX "door_mark_meeting" ON "door_mark" (meeting_id);
CREATE INDEX "door_mark_participant" ON "door_mark" (participant_id);
CREATE INDEX "progress_report_commitment" ON "progress_report" (commitment_id, reported_on);
CREATE INDEX "progress_report_addressee" ON "progress_report" (addressee_id);
CREATE INDEX "progress_report_meeting" ON "progress_report" (meeting_id, order_no);
CREATE INDEX "statement_speaker" ON "statement" (speaker_id);
CREATE INDEX "statement_agenda_item" ON "statement" (agenda_item_id);
CREATE INDEX "commitment_agenda_item" ON "commitment" (agenda_item_id);
CREATE INDEX "commitment_speaker" ON "commitment" (speaker_id);
CREATE INDEX "assessment_meeting" ON "assessment" (meeting_id);
CREATE TABLE "person_search" (
    "seq" INTEGER PRIMARY KEY,
    "search_text" TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE person_fts USING fts5(
    search_text, content='person_search', content_rowid='seq', prefix='1 2 3',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
);
CREATE TRIGGER person_words_come AFTER INSERT ON person_search BEGIN
    INSERT INTO person_fts (rowid, search_text) VALUES (new.seq, new.search_text);
END;
CREATE TRIGGER person_words_go AFTER DELETE ON person_search BEGIN
    INSERT INTO person_fts (person_fts, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
END;
INSERT INTO person_search (seq, search_text)
SELECT person.seq, replace(person.search_text || coalesce((
    SELECT ' ' || group_concat(DISTINCT position.search_text || ' ' || institution.search_text) FROM tenure
    JOIN position ON position.id = tenure.position_id
    JOIN institution ON institution.id = position.institution_id
    WHERE tenure.person_id = person.id AND NOT tenure.deleted
), ''), ',', ' ') FROM person WHERE NOT person.deleted;

-- engine: postgresql
CREATE TABLE "redirect" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "table_name" text COLLATE "C" NOT NULL,
    "old_id" uuid NOT NULL,
    "new_id" uuid NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "invitation_group" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "name" text COLLATE "C" NOT NULL,
    "order_no" bigint NOT NULL,
    "sort_key" text COLLATE "C" NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "invitation_group_member" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "group_id" uuid NOT NULL REFERENCES "invitation_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" bigint NOT NULL,
    "role" text COLLATE "C" NOT NULL CHECK ("role" IN ('pimpinan', 'moderator', 'narasumber', 'peserta', 'panitia', 'pers')),
    "institution_id" uuid REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "position_id" uuid REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
    "label" text COLLATE "C",
    UNIQUE ("id")
);
CREATE TABLE "meeting_template" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "name" text COLLATE "C" NOT NULL,
    "content" jsonb NOT NULL,
    "sort_key" text COLLATE "C" NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "rundown_item" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "meeting_id" uuid NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" bigint NOT NULL,
    "starts_at" time(0),
    "planned_minutes" bigint,
    "title" text COLLATE "C" NOT NULL,
    "officer" text COLLATE "C",
    "note" text COLLATE "C",
    UNIQUE ("id")
);
CREATE TABLE "text_block" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "label" text COLLATE "C" NOT NULL,
    "text" text COLLATE "C" NOT NULL,
    "order_no" bigint NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "door_mark" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "meeting_id" uuid NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "participant_id" uuid NOT NULL REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED,
    "laptop" uuid NOT NULL,
    "laptop_name" text COLLATE "C" NOT NULL,
    "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('belum_dicatat', 'hadir', 'diwakili', 'berhalangan', 'tidak_hadir')),
    "present_person_id" uuid REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "present_position_id" uuid REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
    "present_name" text COLLATE "C",
    "present_title" text COLLATE "C",
    "arrived_at" time(0),
    "left_at" time(0),
    "unreadable" boolean NOT NULL DEFAULT false,
    "marked_at" timestamptz(3),
    "settled" boolean NOT NULL DEFAULT false,
    UNIQUE ("id")
);
CREATE TABLE "progress_report" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "commitment_id" uuid NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "addressee_id" uuid NOT NULL REFERENCES "addressee" ("id") DEFERRABLE INITIALLY DEFERRED,
    "meeting_id" uuid REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" bigint NOT NULL,
    "reported_on" date NOT NULL,
    "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('belum', 'proses', 'selesai_laporan', 'selesai_bukti', 'dihentikan')),
    "note" text COLLATE "C",
    "institution_id" uuid REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "reporter" text COLLATE "C",
    "channel" text COLLATE "C" NOT NULL CHECK ("channel" IN ('rapat', 'surat', 'whatsapp', 'telepon', 'formulir', 'lainnya')),
    "due_before" date,
    "due_after" date,
    "due_reason" text COLLATE "C",
    UNIQUE ("id")
);
ALTER TABLE "meeting" ADD COLUMN "copied_from" text COLLATE "C";
ALTER TABLE "meeting" ADD COLUMN "copied_on" date;
ALTER TABLE "meeting" ADD COLUMN "briefing_points" text COLLATE "C";
ALTER TABLE "participant" ADD COLUMN "marked_at" timestamptz(3);
ALTER TABLE "participant" ADD COLUMN "unreadable" boolean NOT NULL DEFAULT false;
ALTER TABLE "commitment" ADD COLUMN "priority" bigint NOT NULL DEFAULT 2;
CREATE INDEX "redirect_old" ON "redirect" (old_id);
CREATE INDEX "invitation_group_member_group" ON "invitation_group_member" (group_id, order_no);
CREATE INDEX "rundown_item_meeting" ON "rundown_item" (meeting_id, order_no);
CREATE INDEX "door_mark_meeting" ON "door_mark" (meeting_id);
CREATE INDEX "door_mark_participant" ON "door_mark" (participant_id);
CREATE INDEX "progress_report_commitment" ON "progress_report" (commitment_id, reported_on);
CREATE INDEX "progress_report_addressee" ON "progress_report" (addressee_id);
CREATE INDEX "progress_report_meeting" ON "progress_report" (meeting_id, order_no);
CREATE INDEX "statement_speaker" ON "statement" (speaker_id);
CREATE INDEX "statement_agenda_item" ON "statement" (agenda_item_id);
CREATE INDEX "commitment_agenda_item" ON "commitment" (agenda_item_id);
CREATE INDEX "commitment_speaker" ON "commitment" (speaker_id);
CREATE INDEX "assessment_meeting" ON "assessment" (meeting_id);
CREATE TABLE "person_search" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "search_text" text COLLATE "C" NOT NULL
);
CREATE INDEX person_words ON person_search USING gin (
    (array_to_tsvector(array_remove(string_to_array(search_text, ' '), '')))
);
INSERT INTO person_search (seq, search_text)
SELECT person.seq, replace(person.search_text || coalesce((
    SELECT ' ' || string_agg(DISTINCT position.search_text || ' ' || institution.search_text, ' ') FROM tenure
    JOIN position ON position.id = tenure.position_id
    JOIN institution ON institution.id = position.institution_id
    WHERE tenure.person_id = person.id AND NOT tenure.deleted
), ''), ',', ' ') FROM person WHERE NOT person.deleted;
