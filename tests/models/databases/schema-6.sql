-- Schema 6 as it was released. Never edited: a change of the schema is a new step and a new file.
-- engine: sqlite
CREATE TABLE "commitment_institution" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "commitment_id" BLOB NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "institution_id" BLOB NOT NULL REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "issue_commitment" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "issue_id" BLOB NOT NULL REFERENCES "issue" ("id") DEFERRABLE INITIALLY DEFERRED,
    "commitment_id" BLOB NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "reminder" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "commitment_id" BLOB NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "addressee_id" BLOB NOT NULL REFERENCES "addressee" ("id") DEFERRABLE INITIALLY DEFERRED,
    "contacted_on" TEXT NOT NULL CHECK ("contacted_on" IS date("contacted_on")),
    "channel" TEXT NOT NULL CHECK ("channel" IN ('rapat', 'surat', 'whatsapp', 'telepon', 'formulir', 'lainnya')),
    "contacted_by" TEXT NOT NULL,
    "note" TEXT,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "outgoing_form" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('tindak_lanjut', 'kesiapan')),
    "institution_id" BLOB REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" BLOB REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "topic_id" BLOB REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "code" TEXT NOT NULL,
    "made_at" INTEGER NOT NULL,
    "made_by" TEXT NOT NULL,
    "wanted_by" TEXT CHECK ("wanted_by" IS date("wanted_by")),
    "content" TEXT NOT NULL CHECK (json_valid("content")),
    "returned_at" INTEGER,
    "as_of" TEXT CHECK ("as_of" IS date("as_of")),
    "filled_by" TEXT,
    "filler_post" TEXT,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "saved_filter" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "place" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL CHECK (json_valid("content")),
    "order_no" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
ALTER TABLE "commitment" ADD COLUMN "escalated_on" TEXT CHECK ("escalated_on" IS date("escalated_on"));
ALTER TABLE "commitment" ADD COLUMN "escalation" TEXT;
ALTER TABLE "commitment" ADD COLUMN "directed_on" TEXT CHECK ("directed_on" IS date("directed_on"));
ALTER TABLE "commitment" ADD COLUMN "direction" TEXT;
ALTER TABLE "commitment" ADD COLUMN "ended_on" TEXT CHECK ("ended_on" IS date("ended_on"));
ALTER TABLE "commitment" ADD COLUMN "ended_how" TEXT CHECK ("ended_how" IN ('selesai', 'dihentikan', 'dialihkan'));
ALTER TABLE "commitment" ADD COLUMN "ended_note" TEXT;
ALTER TABLE "commitment" ADD COLUMN "successor_id" BLOB REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "progress_report" ADD COLUMN "amount" REAL;
ALTER TABLE "progress_report" ADD COLUMN "target" REAL;
ALTER TABLE "progress_report" ADD COLUMN "unit" TEXT;
ALTER TABLE "progress_report" ADD COLUMN "reported_at" TEXT CHECK ("reported_at" IS strftime('%H:%M', "reported_at"));
ALTER TABLE "progress_report" ADD COLUMN "form_id" BLOB REFERENCES "outgoing_form" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "attachment" ADD COLUMN "progress_report_id" BLOB REFERENCES "progress_report" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "attachment" ADD COLUMN "issue_id" BLOB REFERENCES "issue" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "issue" ADD COLUMN "escalated_on" TEXT CHECK ("escalated_on" IS date("escalated_on"));
ALTER TABLE "issue" ADD COLUMN "escalation" TEXT;
ALTER TABLE "issue" ADD COLUMN "directed_on" TEXT CHECK ("directed_on" IS date("directed_on"));
ALTER TABLE "issue" ADD COLUMN "direction" TEXT;
ALTER TABLE "issue" ADD COLUMN "item_id" BLOB REFERENCES "checklist_item" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "issue" ADD COLUMN "period" TEXT;
ALTER TABLE "assessment" ADD COLUMN "form_id" BLOB REFERENCES "outgoing_form" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "topic" ADD COLUMN "closed_on" TEXT CHECK ("closed_on" IS date("closed_on"));
ALTER TABLE "topic" ADD COLUMN "closing_note" TEXT;
CREATE INDEX "commitment_institution_commitment" ON "commitment_institution" (commitment_id);
CREATE INDEX "commitment_institution_institution" ON "commitment_institution" (institution_id);
CREATE INDEX "issue_commitment_issue" ON "issue_commitment" (issue_id);
CREATE INDEX "issue_commitment_commitment" ON "issue_commitment" (commitment_id);
CREATE INDEX "reminder_commitment" ON "reminder" (commitment_id, contacted_on);
CREATE INDEX "reminder_addressee" ON "reminder" (addressee_id, contacted_on);
CREATE INDEX "outgoing_form_made" ON "outgoing_form" (deleted, made_at, seq);
CREATE INDEX "outgoing_form_code" ON "outgoing_form" (code);
CREATE INDEX "outgoing_form_institution" ON "outgoing_form" (institution_id, made_at);
CREATE INDEX "outgoing_form_region" ON "outgoing_form" (region_id);
CREATE INDEX "outgoing_form_topic" ON "outgoing_form" (topic_id);
CREATE INDEX "saved_filter_place" ON "saved_filter" (place, order_no);
CREATE INDEX "meeting_forum" ON "meeting" (forum_id, held_on, seq);
CREATE INDEX "meeting_topic" ON "meeting" (topic_id, held_on, seq);
CREATE INDEX "addressee_state" ON "addressee" (state, commitment_id);
CREATE INDEX "commitment_topic" ON "commitment" (topic_id);
CREATE INDEX "commitment_successor" ON "commitment" (successor_id);
CREATE INDEX "commitment_show_again" ON "commitment" (show_again_on);
CREATE INDEX "commitment_region_region" ON "commitment_region" (region_id);
CREATE INDEX "addressee_position" ON "addressee" (position_id);
CREATE INDEX "progress_report_form" ON "progress_report" (form_id);
CREATE INDEX "attachment_progress_report" ON "attachment" (progress_report_id, order_no);
CREATE INDEX "attachment_issue" ON "attachment" (issue_id, order_no);
CREATE INDEX "issue_state" ON "issue" (state, topic_id);
CREATE INDEX "issue_item" ON "issue" (item_id, region_id, period);
CREATE INDEX "assessment_form" ON "assessment" (form_id);
CREATE TABLE "search_line" (
    "seq" INTEGER PRIMARY KEY,
    "place" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "topic" INTEGER NOT NULL,
    "sum" INTEGER NOT NULL,
    UNIQUE ("place")
) STRICT;
CREATE VIRTUAL TABLE search_fts USING fts5(
    words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6 7 8 9 10', tokenize=ascii
);
CREATE TABLE "commitment_standing" (
    "seq" INTEGER PRIMARY KEY,
    "commitment_id" BLOB NOT NULL CHECK (length("commitment_id") = 16),
    "meeting_id" BLOB CHECK (length("meeting_id") = 16),
    "topic_id" BLOB CHECK (length("topic_id") = 16),
    "kind" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "due_date" TEXT CHECK ("due_date" IS date("due_date")),
    "due_source" TEXT,
    "due_week" TEXT CHECK ("due_week" IS date("due_week")),
    "promised_on" TEXT CHECK ("promised_on" IS date("promised_on")),
    "state_no" INTEGER NOT NULL,
    "unfinished" INTEGER NOT NULL CHECK ("unfinished" IN (0, 1)),
    "total" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,
    "in_progress" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "proven" INTEGER NOT NULL,
    "said" INTEGER NOT NULL,
    "addressee" TEXT,
    "addressee_key" TEXT,
    "held_on" TEXT CHECK ("held_on" IS date("held_on")),
    "heard_on" TEXT CHECK ("heard_on" IS date("heard_on")),
    "contacted_on" TEXT CHECK ("contacted_on" IS date("contacted_on")),
    "waiting_since" TEXT CHECK ("waiting_since" IS date("waiting_since")),
    "reports" INTEGER NOT NULL,
    "moved" INTEGER NOT NULL,
    "evidence" INTEGER NOT NULL,
    UNIQUE ("commitment_id")
) STRICT;
CREATE INDEX "standing_text" ON "commitment_standing" (sort_key, seq);
CREATE INDEX "standing_due" ON "commitment_standing" ((due_date IS NULL), due_date, seq);
CREATE INDEX "standing_week" ON "commitment_standing" (due_week, seq);
CREATE INDEX "standing_addressee" ON "commitment_standing" ((addressee_key IS NULL), addressee_key, seq);
CREATE INDEX "standing_state" ON "commitment_standing" (state_no, seq);
CREATE INDEX "standing_held" ON "commitment_standing" ((held_on IS NULL), held_on, seq);
CREATE INDEX "standing_heard" ON "commitment_standing" ((heard_on IS NULL), heard_on, seq);
CREATE INDEX "standing_promised" ON "commitment_standing" (unfinished, promised_on, seq);
CREATE INDEX "standing_waiting" ON "commitment_standing" (waiting_since);
CREATE INDEX "standing_meeting" ON "commitment_standing" (meeting_id);
CREATE INDEX "standing_topic" ON "commitment_standing" (topic_id);
DROP INDEX "commitment_due";
DROP INDEX "commitment_text";

-- engine: postgresql
CREATE TABLE "commitment_institution" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "commitment_id" uuid NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "institution_id" uuid NOT NULL REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
);
CREATE TABLE "issue_commitment" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "issue_id" uuid NOT NULL REFERENCES "issue" ("id") DEFERRABLE INITIALLY DEFERRED,
    "commitment_id" uuid NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
);
CREATE TABLE "reminder" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "commitment_id" uuid NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "addressee_id" uuid NOT NULL REFERENCES "addressee" ("id") DEFERRABLE INITIALLY DEFERRED,
    "contacted_on" date NOT NULL,
    "channel" text COLLATE "C" NOT NULL CHECK ("channel" IN ('rapat', 'surat', 'whatsapp', 'telepon', 'formulir', 'lainnya')),
    "contacted_by" text COLLATE "C" NOT NULL,
    "note" text COLLATE "C",
    UNIQUE ("id")
);
CREATE TABLE "outgoing_form" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('tindak_lanjut', 'kesiapan')),
    "institution_id" uuid REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" uuid REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "topic_id" uuid REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "code" text COLLATE "C" NOT NULL,
    "made_at" timestamptz(3) NOT NULL,
    "made_by" text COLLATE "C" NOT NULL,
    "wanted_by" date,
    "content" jsonb NOT NULL,
    "returned_at" timestamptz(3),
    "as_of" date,
    "filled_by" text COLLATE "C",
    "filler_post" text COLLATE "C",
    UNIQUE ("id")
);
CREATE TABLE "saved_filter" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "place" text COLLATE "C" NOT NULL,
    "name" text COLLATE "C" NOT NULL,
    "content" jsonb NOT NULL,
    "order_no" bigint NOT NULL,
    "sort_key" text COLLATE "C" NOT NULL,
    UNIQUE ("id")
);
ALTER TABLE "commitment" ADD COLUMN "escalated_on" date;
ALTER TABLE "commitment" ADD COLUMN "escalation" text COLLATE "C";
ALTER TABLE "commitment" ADD COLUMN "directed_on" date;
ALTER TABLE "commitment" ADD COLUMN "direction" text COLLATE "C";
ALTER TABLE "commitment" ADD COLUMN "ended_on" date;
ALTER TABLE "commitment" ADD COLUMN "ended_how" text COLLATE "C" CHECK ("ended_how" IN ('selesai', 'dihentikan', 'dialihkan'));
ALTER TABLE "commitment" ADD COLUMN "ended_note" text COLLATE "C";
ALTER TABLE "commitment" ADD COLUMN "successor_id" uuid REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "progress_report" ADD COLUMN "amount" double precision;
ALTER TABLE "progress_report" ADD COLUMN "target" double precision;
ALTER TABLE "progress_report" ADD COLUMN "unit" text COLLATE "C";
ALTER TABLE "progress_report" ADD COLUMN "reported_at" time(0);
ALTER TABLE "progress_report" ADD COLUMN "form_id" uuid REFERENCES "outgoing_form" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "attachment" ADD COLUMN "progress_report_id" uuid REFERENCES "progress_report" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "attachment" ADD COLUMN "issue_id" uuid REFERENCES "issue" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "issue" ADD COLUMN "escalated_on" date;
ALTER TABLE "issue" ADD COLUMN "escalation" text COLLATE "C";
ALTER TABLE "issue" ADD COLUMN "directed_on" date;
ALTER TABLE "issue" ADD COLUMN "direction" text COLLATE "C";
ALTER TABLE "issue" ADD COLUMN "item_id" uuid REFERENCES "checklist_item" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "issue" ADD COLUMN "period" text COLLATE "C";
ALTER TABLE "assessment" ADD COLUMN "form_id" uuid REFERENCES "outgoing_form" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "topic" ADD COLUMN "closed_on" date;
ALTER TABLE "topic" ADD COLUMN "closing_note" text COLLATE "C";
CREATE INDEX "commitment_institution_commitment" ON "commitment_institution" (commitment_id);
CREATE INDEX "commitment_institution_institution" ON "commitment_institution" (institution_id);
CREATE INDEX "issue_commitment_issue" ON "issue_commitment" (issue_id);
CREATE INDEX "issue_commitment_commitment" ON "issue_commitment" (commitment_id);
CREATE INDEX "reminder_commitment" ON "reminder" (commitment_id, contacted_on);
CREATE INDEX "reminder_addressee" ON "reminder" (addressee_id, contacted_on);
CREATE INDEX "outgoing_form_made" ON "outgoing_form" (deleted, made_at, seq);
CREATE INDEX "outgoing_form_code" ON "outgoing_form" (code);
CREATE INDEX "outgoing_form_institution" ON "outgoing_form" (institution_id, made_at);
CREATE INDEX "outgoing_form_region" ON "outgoing_form" (region_id);
CREATE INDEX "outgoing_form_topic" ON "outgoing_form" (topic_id);
CREATE INDEX "saved_filter_place" ON "saved_filter" (place, order_no);
CREATE INDEX "meeting_forum" ON "meeting" (forum_id, held_on, seq);
CREATE INDEX "meeting_topic" ON "meeting" (topic_id, held_on, seq);
CREATE INDEX "addressee_state" ON "addressee" (state, commitment_id);
CREATE INDEX "commitment_topic" ON "commitment" (topic_id);
CREATE INDEX "commitment_successor" ON "commitment" (successor_id);
CREATE INDEX "commitment_show_again" ON "commitment" (show_again_on);
CREATE INDEX "commitment_region_region" ON "commitment_region" (region_id);
CREATE INDEX "addressee_position" ON "addressee" (position_id);
CREATE INDEX "progress_report_form" ON "progress_report" (form_id);
CREATE INDEX "attachment_progress_report" ON "attachment" (progress_report_id, order_no);
CREATE INDEX "attachment_issue" ON "attachment" (issue_id, order_no);
CREATE INDEX "issue_state" ON "issue" (state, topic_id);
CREATE INDEX "issue_item" ON "issue" (item_id, region_id, period);
CREATE INDEX "assessment_form" ON "assessment" (form_id);
CREATE TABLE "search_line" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "place" bigint NOT NULL,
    "day" bigint NOT NULL,
    "topic" bigint NOT NULL,
    "sum" bigint NOT NULL,
    UNIQUE ("place")
);
CREATE TABLE search_fts (rowid bigint PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX search_words ON search_fts USING gin (words);
CREATE TABLE "commitment_standing" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "commitment_id" uuid NOT NULL,
    "meeting_id" uuid,
    "topic_id" uuid,
    "kind" text COLLATE "C" NOT NULL,
    "sort_key" text COLLATE "C" NOT NULL,
    "due_date" date,
    "due_source" text COLLATE "C",
    "due_week" date,
    "promised_on" date,
    "state_no" bigint NOT NULL,
    "unfinished" boolean NOT NULL,
    "total" bigint NOT NULL,
    "open" bigint NOT NULL,
    "in_progress" bigint NOT NULL,
    "done" bigint NOT NULL,
    "proven" bigint NOT NULL,
    "said" bigint NOT NULL,
    "addressee" text COLLATE "C",
    "addressee_key" text COLLATE "C",
    "held_on" date,
    "heard_on" date,
    "contacted_on" date,
    "waiting_since" date,
    "reports" bigint NOT NULL,
    "moved" bigint NOT NULL,
    "evidence" bigint NOT NULL,
    UNIQUE ("commitment_id")
);
CREATE INDEX "standing_text" ON "commitment_standing" (sort_key, seq);
CREATE INDEX "standing_due" ON "commitment_standing" ((due_date IS NULL), due_date, seq);
CREATE INDEX "standing_week" ON "commitment_standing" (due_week, seq);
CREATE INDEX "standing_addressee" ON "commitment_standing" ((addressee_key IS NULL), addressee_key, seq);
CREATE INDEX "standing_state" ON "commitment_standing" (state_no, seq);
CREATE INDEX "standing_held" ON "commitment_standing" ((held_on IS NULL), held_on, seq);
CREATE INDEX "standing_heard" ON "commitment_standing" ((heard_on IS NULL), heard_on, seq);
CREATE INDEX "standing_promised" ON "commitment_standing" (unfinished, promised_on, seq);
CREATE INDEX "standing_waiting" ON "commitment_standing" (waiting_since);
CREATE INDEX "standing_meeting" ON "commitment_standing" (meeting_id);
CREATE INDEX "standing_topic" ON "commitment_standing" (topic_id);
DROP INDEX "commitment_due";
DROP INDEX "commitment_text";
