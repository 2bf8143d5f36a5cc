-- Schema 1 as it was released. Never edited: a change of the schema is a new step and a new file.
-- engine: sqlite
CREATE TABLE "region" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('provinsi', 'kabupaten', 'kota', 'wilayah_kerja')),
    "order_no" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    UNIQUE ("id"),
    UNIQUE ("code")
) STRICT;
CREATE TABLE "region_figure" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "region_id" BLOB NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('voters', 'polling_stations')),
    "value" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "as_of" TEXT CHECK ("as_of" IS date("as_of")),
    UNIQUE ("id")
) STRICT;
CREATE TABLE "working_area" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "region_id" BLOB NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name" TEXT NOT NULL,
    "order_no" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "working_area_region" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "working_area_id" BLOB NOT NULL REFERENCES "working_area" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" BLOB NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" INTEGER NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "institution" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL CHECK ("level" IN ('provinsi', 'wilayah', 'kabupaten', 'kecamatan', 'lainnya')),
    "leader_title" TEXT,
    "protocol_rank" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "institution_region" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "institution_id" BLOB NOT NULL REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" BLOB NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "position" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "institution_id" BLOB NOT NULL REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "title" TEXT NOT NULL,
    "leads" INTEGER NOT NULL DEFAULT 0 CHECK ("leads" IN (0, 1)),
    "protocol_rank" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "person" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "name" TEXT NOT NULL,
    "rank" TEXT,
    "identity_kind" TEXT NOT NULL CHECK ("identity_kind" IN ('none', 'nip', 'nrp')),
    "identity_number" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "note" TEXT,
    "sort_key" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "tenure" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "person_id" BLOB NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "position_id" BLOB NOT NULL REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
    "acting" TEXT NOT NULL CHECK ("acting" IN ('definitive', 'pj', 'pjs', 'plt', 'plh')),
    "starts_on" TEXT CHECK ("starts_on" IS date("starts_on")),
    "ends_on" TEXT CHECK ("ends_on" IS date("ends_on")),
    UNIQUE ("id")
) STRICT;
CREATE TABLE "topic" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "name" TEXT NOT NULL,
    "event_label" TEXT NOT NULL,
    "event_date" TEXT CHECK ("event_date" IS date("event_date")),
    "state" TEXT NOT NULL CHECK ("state" IN ('open', 'closed')),
    "sort_key" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "topic_region" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "topic_id" BLOB NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" BLOB NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "stage" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "topic_id" BLOB NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" TEXT CHECK ("starts_on" IS date("starts_on")),
    "ends_on" TEXT CHECK ("ends_on" IS date("ends_on")),
    "lead" TEXT,
    "confidence" TEXT,
    "order_no" INTEGER NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "forum" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "name" TEXT NOT NULL,
    "topic_id" BLOB REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "sort_key" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "meeting" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "forum_id" BLOB REFERENCES "forum" ("id") DEFERRABLE INITIALLY DEFERRED,
    "topic_id" BLOB REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "title" TEXT NOT NULL,
    "held_on" TEXT NOT NULL CHECK ("held_on" IS date("held_on")),
    "starts_at" TEXT CHECK ("starts_at" IS strftime('%H:%M', "starts_at")),
    "ends_at" TEXT CHECK ("ends_at" IS strftime('%H:%M', "ends_at")),
    "zone" TEXT NOT NULL,
    "place" TEXT,
    "purpose" TEXT,
    "invitation_number" TEXT,
    "invitation_date" TEXT CHECK ("invitation_date" IS date("invitation_date")),
    "minutes_number" TEXT,
    "minutes_date" TEXT CHECK ("minutes_date" IS date("minutes_date")),
    "co_organiser" TEXT,
    "secretary_id" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "minute_taker_id" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "opening" TEXT,
    "closing" TEXT,
    "closed_at" TEXT CHECK ("closed_at" IS strftime('%H:%M', "closed_at")),
    "state" TEXT NOT NULL CHECK ("state" IN ('konsep', 'dikoreksi', 'siap', 'ditandatangani')),
    "cancelled" INTEGER NOT NULL DEFAULT 0 CHECK ("cancelled" IN (0, 1)),
    "security" TEXT NOT NULL CHECK ("security" IN ('biasa', 'terbatas', 'rahasia', 'sangat_rahasia')),
    "archive_code" TEXT,
    "archive_level" TEXT,
    "archive_place" TEXT,
    "archive_retention" TEXT,
    "source_note" TEXT,
    "sort_key" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "participant" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "meeting_id" BLOB NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" INTEGER NOT NULL,
    "role" TEXT NOT NULL CHECK ("role" IN ('pimpinan', 'moderator', 'narasumber', 'peserta', 'panitia', 'pers')),
    "institution_id" BLOB REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "position_id" BLOB REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
    "person_id" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "label" TEXT,
    "answer" TEXT NOT NULL CHECK ("answer" IN ('belum', 'akan_hadir', 'diwakili', 'berhalangan')),
    "state" TEXT NOT NULL CHECK ("state" IN ('belum_dicatat', 'hadir', 'diwakili', 'berhalangan', 'tidak_hadir')),
    "present_person_id" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "present_position_id" BLOB REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
    "present_name" TEXT,
    "present_title" TEXT,
    "arrived_at" TEXT CHECK ("arrived_at" IS strftime('%H:%M', "arrived_at")),
    "left_at" TEXT CHECK ("left_at" IS strftime('%H:%M', "left_at")),
    "reason" TEXT,
    "note" TEXT,
    "frozen_name" TEXT,
    "frozen_title" TEXT,
    "frozen_institution" TEXT,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "agenda_item" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "meeting_id" BLOB NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "presenter_id" BLOB REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED,
    "planned_minutes" INTEGER,
    "started_at" TEXT CHECK ("started_at" IS strftime('%H:%M', "started_at")),
    "ended_at" TEXT CHECK ("ended_at" IS strftime('%H:%M', "ended_at")),
    "note" TEXT,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "statement" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "meeting_id" BLOB NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "agenda_item_id" BLOB REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('paparan', 'laporan', 'arahan', 'permintaan', 'komitmen', 'informasi', 'tanya', 'jawab', 'tanggapan', 'kesimpulan')),
    "speaker_id" BLOB REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED,
    "on_behalf_of_id" BLOB REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT NOT NULL,
    "code" TEXT,
    "said_at" INTEGER,
    "search_text" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "commitment" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "meeting_id" BLOB REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "agenda_item_id" BLOB REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
    "statement_id" BLOB REFERENCES "statement" ("id") DEFERRABLE INITIALLY DEFERRED,
    "speaker_id" BLOB REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED,
    "topic_id" BLOB REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" INTEGER NOT NULL,
    "code" TEXT,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('arahan', 'permintaan', 'komitmen')),
    "text" TEXT NOT NULL,
    "due_date" TEXT CHECK ("due_date" IS date("due_date")),
    "due_source" TEXT CHECK ("due_source" IN ('disepakati', 'jadwal', 'internal')),
    "due_note" TEXT,
    "indicator" TEXT,
    "show_again_on" TEXT CHECK ("show_again_on" IS date("show_again_on")),
    "sort_key" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "addressee" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "commitment_id" BLOB NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" INTEGER NOT NULL,
    "institution_id" BLOB REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "position_id" BLOB REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
    "label" TEXT,
    "via" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('belum', 'proses', 'selesai_laporan', 'selesai_bukti', 'dihentikan')),
    "state_on" TEXT CHECK ("state_on" IS date("state_on")),
    UNIQUE ("id")
) STRICT;
CREATE TABLE "commitment_region" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "commitment_id" BLOB NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" BLOB NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "checklist_template" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "topic_id" BLOB NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "checklist_category" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "template_id" BLOB NOT NULL REFERENCES "checklist_template" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name" TEXT NOT NULL,
    "order_no" INTEGER NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "checklist_item" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "template_id" BLOB NOT NULL REFERENCES "checklist_template" ("id") DEFERRABLE INITIALLY DEFERRED,
    "category_id" BLOB NOT NULL REFERENCES "checklist_category" ("id") DEFERRABLE INITIALLY DEFERRED,
    "code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "responsible" TEXT NOT NULL,
    "related" TEXT,
    "for_regency" INTEGER NOT NULL DEFAULT 0 CHECK ("for_regency" IN (0, 1)),
    "for_province" INTEGER NOT NULL DEFAULT 0 CHECK ("for_province" IN (0, 1)),
    "for_working_area" INTEGER NOT NULL DEFAULT 0 CHECK ("for_working_area" IN (0, 1)),
    "target" TEXT NOT NULL,
    "target_value" REAL,
    "unit" TEXT,
    "repeats" TEXT,
    "due_offset" INTEGER,
    "due_basis" TEXT NOT NULL CHECK ("due_basis" IN ('proposed', 'reported', 'pkpu_calendar', 'regulation_recalled')),
    "evidence" TEXT,
    "confidence" TEXT,
    "weight" REAL NOT NULL DEFAULT 1,
    "order_no" INTEGER NOT NULL,
    "search_text" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "checklist_item_region" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "item_id" BLOB NOT NULL REFERENCES "checklist_item" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" BLOB NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "assessment" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "item_id" BLOB NOT NULL REFERENCES "checklist_item" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" BLOB NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "institution_id" BLOB REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "meeting_id" BLOB REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "state" TEXT NOT NULL CHECK ("state" IN ('belum_siap', 'sebagian', 'siap', 'siap_bukti', 'tidak_berlaku')),
    "value" REAL,
    "value_text" TEXT,
    "note" TEXT,
    "as_of" TEXT NOT NULL CHECK ("as_of" IS date("as_of")),
    "period" TEXT,
    "source" TEXT,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "commitment_checklist_item" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "commitment_id" BLOB NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "item_id" BLOB NOT NULL REFERENCES "checklist_item" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "office_profile" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "institution_id" BLOB REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "working_area_id" BLOB REFERENCES "working_area" ("id") DEFERRABLE INITIALLY DEFERRED,
    "letterhead" TEXT NOT NULL CHECK (json_valid("letterhead")),
    "logo" BLOB,
    "city" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "paper" TEXT NOT NULL CHECK ("paper" IN ('A4', 'F4')),
    "margins" TEXT NOT NULL CHECK (json_valid("margins")),
    "font" TEXT NOT NULL CHECK ("font" IN ('Arial', 'Bookman', 'Times')),
    "font_size" REAL NOT NULL,
    "title_word" TEXT NOT NULL CHECK ("title_word" IN ('NOTULA', 'NOTULEN')),
    "sign_columns" INTEGER NOT NULL,
    "head_title" TEXT NOT NULL,
    "head_person_id" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "replica" (
    "seq" INTEGER PRIMARY KEY,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "incarnation" BLOB NOT NULL CHECK (length("incarnation") = 16),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "clock" INTEGER NOT NULL,
    "clean" INTEGER NOT NULL CHECK ("clean" IN (0, 1))
) STRICT;
CREATE TABLE "action" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "name" TEXT NOT NULL,
    "done_at" INTEGER NOT NULL,
    "done_by" TEXT NOT NULL,
    "reason" TEXT,
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "reverts" INTEGER,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "change" (
    "seq" INTEGER PRIMARY KEY,
    "action_seq" INTEGER NOT NULL,
    "table_name" TEXT NOT NULL,
    "operation" TEXT NOT NULL CHECK ("operation" IN ('insert', 'update', 'delete')),
    "record_id" BLOB CHECK (length("record_id") = 16),
    "inserted" BLOB,
    "before" TEXT CHECK (json_valid("before")),
    "after" TEXT CHECK (json_valid("after"))
) STRICT;
CREATE TABLE "draft" (
    "seq" INTEGER PRIMARY KEY,
    "place" TEXT NOT NULL,
    "content" TEXT NOT NULL CHECK (json_valid("content")),
    "written_at" INTEGER NOT NULL,
    UNIQUE ("place")
) STRICT;
CREATE TABLE "setting" (
    "seq" INTEGER PRIMARY KEY,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL CHECK (json_valid("value")),
    UNIQUE ("name")
) STRICT;
CREATE INDEX "region_order" ON "region" (order_no, seq);
CREATE INDEX "region_figure_region" ON "region_figure" (region_id);
CREATE INDEX "working_area_region_area" ON "working_area_region" (working_area_id, order_no);
CREATE INDEX "working_area_region_region" ON "working_area_region" (region_id);
CREATE INDEX "institution_rank" ON "institution" (deleted, protocol_rank, sort_key, seq);
CREATE INDEX "institution_name" ON "institution" (deleted, sort_key, seq);
CREATE INDEX "institution_region_institution" ON "institution_region" (institution_id);
CREATE INDEX "institution_region_region" ON "institution_region" (region_id);
CREATE INDEX "position_institution" ON "position" (institution_id, protocol_rank);
CREATE INDEX "person_name" ON "person" (deleted, sort_key, seq);
CREATE INDEX "tenure_person" ON "tenure" (person_id, starts_on);
CREATE INDEX "tenure_position" ON "tenure" (position_id, starts_on);
CREATE INDEX "topic_region_topic" ON "topic_region" (topic_id);
CREATE INDEX "stage_topic" ON "stage" (topic_id, order_no);
CREATE INDEX "meeting_held_on" ON "meeting" (deleted, held_on, seq);
CREATE INDEX "meeting_title" ON "meeting" (deleted, sort_key, seq);
CREATE INDEX "meeting_place" ON "meeting" (deleted, (place IS NULL), place, seq);
CREATE INDEX "meeting_state" ON "meeting" (deleted, state, seq);
CREATE INDEX "participant_meeting" ON "participant" (meeting_id, order_no);
CREATE INDEX "participant_present" ON "participant" (present_person_id);
CREATE INDEX "agenda_item_meeting" ON "agenda_item" (meeting_id, order_no);
CREATE INDEX "statement_meeting" ON "statement" (meeting_id, order_no);
CREATE INDEX "commitment_meeting" ON "commitment" (meeting_id, order_no);
CREATE INDEX "commitment_due" ON "commitment" (deleted, (due_date IS NULL), due_date, seq);
CREATE INDEX "commitment_text" ON "commitment" (deleted, sort_key, seq);
CREATE INDEX "commitment_statement" ON "commitment" (statement_id);
CREATE INDEX "addressee_commitment" ON "addressee" (commitment_id, order_no);
CREATE INDEX "addressee_institution" ON "addressee" (institution_id, state);
CREATE INDEX "commitment_region_commitment" ON "commitment_region" (commitment_id);
CREATE INDEX "checklist_category_template" ON "checklist_category" (template_id, order_no);
CREATE INDEX "checklist_item_template" ON "checklist_item" (template_id, order_no);
CREATE INDEX "checklist_item_region_item" ON "checklist_item_region" (item_id);
CREATE INDEX "assessment_latest" ON "assessment" (item_id, region_id, as_of, seq);
CREATE INDEX "commitment_checklist_item_commitment" ON "commitment_checklist_item" (commitment_id);
CREATE INDEX "change_action" ON "change" (action_seq, seq);
CREATE INDEX "change_record" ON "change" (record_id);

-- engine: postgresql
CREATE TABLE "region" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "code" text COLLATE "C" NOT NULL,
    "name" text COLLATE "C" NOT NULL,
    "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('provinsi', 'kabupaten', 'kota', 'wilayah_kerja')),
    "order_no" bigint NOT NULL,
    "sort_key" text COLLATE "C" NOT NULL,
    "search_text" text COLLATE "C" NOT NULL,
    UNIQUE ("id"),
    UNIQUE ("code")
);
CREATE TABLE "region_figure" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "region_id" uuid NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('voters', 'polling_stations')),
    "value" bigint NOT NULL,
    "basis" text COLLATE "C" NOT NULL,
    "source" text COLLATE "C" NOT NULL,
    "as_of" date,
    UNIQUE ("id")
);
CREATE TABLE "working_area" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "region_id" uuid NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name" text COLLATE "C" NOT NULL,
    "order_no" bigint NOT NULL,
    "sort_key" text COLLATE "C" NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "working_area_region" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "working_area_id" uuid NOT NULL REFERENCES "working_area" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" uuid NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" bigint NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "institution" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "name" text COLLATE "C" NOT NULL,
    "short_name" text COLLATE "C",
    "kind" text COLLATE "C" NOT NULL,
    "level" text COLLATE "C" NOT NULL CHECK ("level" IN ('provinsi', 'wilayah', 'kabupaten', 'kecamatan', 'lainnya')),
    "leader_title" text COLLATE "C",
    "protocol_rank" bigint NOT NULL,
    "sort_key" text COLLATE "C" NOT NULL,
    "search_text" text COLLATE "C" NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "institution_region" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "institution_id" uuid NOT NULL REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" uuid NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
);
CREATE TABLE "position" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "institution_id" uuid NOT NULL REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "title" text COLLATE "C" NOT NULL,
    "leads" boolean NOT NULL DEFAULT false,
    "protocol_rank" bigint NOT NULL,
    "sort_key" text COLLATE "C" NOT NULL,
    "search_text" text COLLATE "C" NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "person" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "name" text COLLATE "C" NOT NULL,
    "rank" text COLLATE "C",
    "identity_kind" text COLLATE "C" NOT NULL CHECK ("identity_kind" IN ('none', 'nip', 'nrp')),
    "identity_number" text COLLATE "C",
    "phone" text COLLATE "C",
    "email" text COLLATE "C",
    "note" text COLLATE "C",
    "sort_key" text COLLATE "C" NOT NULL,
    "search_text" text COLLATE "C" NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "tenure" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "person_id" uuid NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "position_id" uuid NOT NULL REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
    "acting" text COLLATE "C" NOT NULL CHECK ("acting" IN ('definitive', 'pj', 'pjs', 'plt', 'plh')),
    "starts_on" date,
    "ends_on" date,
    UNIQUE ("id")
);
CREATE TABLE "topic" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "name" text COLLATE "C" NOT NULL,
    "event_label" text COLLATE "C" NOT NULL,
    "event_date" date,
    "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('open', 'closed')),
    "sort_key" text COLLATE "C" NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "topic_region" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "topic_id" uuid NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" uuid NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
);
CREATE TABLE "stage" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "topic_id" uuid NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "code" text COLLATE "C" NOT NULL,
    "name" text COLLATE "C" NOT NULL,
    "starts_on" date,
    "ends_on" date,
    "lead" text COLLATE "C",
    "confidence" text COLLATE "C",
    "order_no" bigint NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "forum" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "name" text COLLATE "C" NOT NULL,
    "topic_id" uuid REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "sort_key" text COLLATE "C" NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "meeting" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "forum_id" uuid REFERENCES "forum" ("id") DEFERRABLE INITIALLY DEFERRED,
    "topic_id" uuid REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "title" text COLLATE "C" NOT NULL,
    "held_on" date NOT NULL,
    "starts_at" time(0),
    "ends_at" time(0),
    "zone" text COLLATE "C" NOT NULL,
    "place" text COLLATE "C",
    "purpose" text COLLATE "C",
    "invitation_number" text COLLATE "C",
    "invitation_date" date,
    "minutes_number" text COLLATE "C",
    "minutes_date" date,
    "co_organiser" text COLLATE "C",
    "secretary_id" uuid REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "minute_taker_id" uuid REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "opening" text COLLATE "C",
    "closing" text COLLATE "C",
    "closed_at" time(0),
    "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('konsep', 'dikoreksi', 'siap', 'ditandatangani')),
    "cancelled" boolean NOT NULL DEFAULT false,
    "security" text COLLATE "C" NOT NULL CHECK ("security" IN ('biasa', 'terbatas', 'rahasia', 'sangat_rahasia')),
    "archive_code" text COLLATE "C",
    "archive_level" text COLLATE "C",
    "archive_place" text COLLATE "C",
    "archive_retention" text COLLATE "C",
    "source_note" text COLLATE "C",
    "sort_key" text COLLATE "C" NOT NULL,
    "search_text" text COLLATE "C" NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "participant" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "meeting_id" uuid NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" bigint NOT NULL,
    "role" text COLLATE "C" NOT NULL CHECK ("role" IN ('pimpinan', 'moderator', 'narasumber', 'peserta', 'panitia', 'pers')),
    "institution_id" uuid REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "position_id" uuid REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
    "person_id" uuid REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "label" text COLLATE "C",
    "answer" text COLLATE "C" NOT NULL CHECK ("answer" IN ('belum', 'akan_hadir', 'diwakili', 'berhalangan')),
    "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('belum_dicatat', 'hadir', 'diwakili', 'berhalangan', 'tidak_hadir')),
    "present_person_id" uuid REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "present_position_id" uuid REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
    "present_name" text COLLATE "C",
    "present_title" text COLLATE "C",
    "arrived_at" time(0),
    "left_at" time(0),
    "reason" text COLLATE "C",
    "note" text COLLATE "C",
    "frozen_name" text COLLATE "C",
    "frozen_title" text COLLATE "C",
    "frozen_institution" text COLLATE "C",
    UNIQUE ("id")
);
CREATE TABLE "agenda_item" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "meeting_id" uuid NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" bigint NOT NULL,
    "title" text COLLATE "C" NOT NULL,
    "presenter_id" uuid REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED,
    "planned_minutes" bigint,
    "started_at" time(0),
    "ended_at" time(0),
    "note" text COLLATE "C",
    UNIQUE ("id")
);
CREATE TABLE "statement" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "meeting_id" uuid NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "agenda_item_id" uuid REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" bigint NOT NULL,
    "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('paparan', 'laporan', 'arahan', 'permintaan', 'komitmen', 'informasi', 'tanya', 'jawab', 'tanggapan', 'kesimpulan')),
    "speaker_id" uuid REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED,
    "on_behalf_of_id" uuid REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
    "text" text COLLATE "C" NOT NULL,
    "code" text COLLATE "C",
    "said_at" timestamptz(3),
    "search_text" text COLLATE "C" NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "commitment" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "meeting_id" uuid REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "agenda_item_id" uuid REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
    "statement_id" uuid REFERENCES "statement" ("id") DEFERRABLE INITIALLY DEFERRED,
    "speaker_id" uuid REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED,
    "topic_id" uuid REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" bigint NOT NULL,
    "code" text COLLATE "C",
    "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('arahan', 'permintaan', 'komitmen')),
    "text" text COLLATE "C" NOT NULL,
    "due_date" date,
    "due_source" text COLLATE "C" CHECK ("due_source" IN ('disepakati', 'jadwal', 'internal')),
    "due_note" text COLLATE "C",
    "indicator" text COLLATE "C",
    "show_again_on" date,
    "sort_key" text COLLATE "C" NOT NULL,
    "search_text" text COLLATE "C" NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "addressee" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "commitment_id" uuid NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" bigint NOT NULL,
    "institution_id" uuid REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "position_id" uuid REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
    "label" text COLLATE "C",
    "via" text COLLATE "C",
    "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('belum', 'proses', 'selesai_laporan', 'selesai_bukti', 'dihentikan')),
    "state_on" date,
    UNIQUE ("id")
);
CREATE TABLE "commitment_region" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "commitment_id" uuid NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" uuid NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
);
CREATE TABLE "checklist_template" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "topic_id" uuid NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name" text COLLATE "C" NOT NULL,
    "version" bigint NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "checklist_category" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "template_id" uuid NOT NULL REFERENCES "checklist_template" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name" text COLLATE "C" NOT NULL,
    "order_no" bigint NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "checklist_item" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "template_id" uuid NOT NULL REFERENCES "checklist_template" ("id") DEFERRABLE INITIALLY DEFERRED,
    "category_id" uuid NOT NULL REFERENCES "checklist_category" ("id") DEFERRABLE INITIALLY DEFERRED,
    "code" text COLLATE "C" NOT NULL,
    "text" text COLLATE "C" NOT NULL,
    "responsible" text COLLATE "C" NOT NULL,
    "related" text COLLATE "C",
    "for_regency" boolean NOT NULL DEFAULT false,
    "for_province" boolean NOT NULL DEFAULT false,
    "for_working_area" boolean NOT NULL DEFAULT false,
    "target" text COLLATE "C" NOT NULL,
    "target_value" double precision,
    "unit" text COLLATE "C",
    "repeats" text COLLATE "C",
    "due_offset" bigint,
    "due_basis" text COLLATE "C" NOT NULL CHECK ("due_basis" IN ('proposed', 'reported', 'pkpu_calendar', 'regulation_recalled')),
    "evidence" text COLLATE "C",
    "confidence" text COLLATE "C",
    "weight" double precision NOT NULL DEFAULT 1,
    "order_no" bigint NOT NULL,
    "search_text" text COLLATE "C" NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "checklist_item_region" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "item_id" uuid NOT NULL REFERENCES "checklist_item" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" uuid NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
);
CREATE TABLE "assessment" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "item_id" uuid NOT NULL REFERENCES "checklist_item" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" uuid NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "institution_id" uuid REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "meeting_id" uuid REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "state" text COLLATE "C" NOT NULL CHECK ("state" IN ('belum_siap', 'sebagian', 'siap', 'siap_bukti', 'tidak_berlaku')),
    "value" double precision,
    "value_text" text COLLATE "C",
    "note" text COLLATE "C",
    "as_of" date NOT NULL,
    "period" text COLLATE "C",
    "source" text COLLATE "C",
    UNIQUE ("id")
);
CREATE TABLE "commitment_checklist_item" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "commitment_id" uuid NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "item_id" uuid NOT NULL REFERENCES "checklist_item" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
);
CREATE TABLE "office_profile" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "name" text COLLATE "C" NOT NULL,
    "short_name" text COLLATE "C" NOT NULL,
    "institution_id" uuid REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "working_area_id" uuid REFERENCES "working_area" ("id") DEFERRABLE INITIALLY DEFERRED,
    "letterhead" jsonb NOT NULL,
    "logo" bytea,
    "city" text COLLATE "C" NOT NULL,
    "zone" text COLLATE "C" NOT NULL,
    "paper" text COLLATE "C" NOT NULL CHECK ("paper" IN ('A4', 'F4')),
    "margins" jsonb NOT NULL,
    "font" text COLLATE "C" NOT NULL CHECK ("font" IN ('Arial', 'Bookman', 'Times')),
    "font_size" double precision NOT NULL,
    "title_word" text COLLATE "C" NOT NULL CHECK ("title_word" IN ('NOTULA', 'NOTULEN')),
    "sign_columns" bigint NOT NULL,
    "head_title" text COLLATE "C" NOT NULL,
    "head_person_id" uuid REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("id")
);
CREATE TABLE "replica" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "device" uuid NOT NULL,
    "incarnation" uuid NOT NULL,
    "office" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "clean" boolean NOT NULL
);
CREATE TABLE "action" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "name" text COLLATE "C" NOT NULL,
    "done_at" timestamptz(3) NOT NULL,
    "done_by" text COLLATE "C" NOT NULL,
    "reason" text COLLATE "C",
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "reverts" bigint,
    UNIQUE ("id")
);
CREATE TABLE "change" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "action_seq" bigint NOT NULL,
    "table_name" text COLLATE "C" NOT NULL,
    "operation" text COLLATE "C" NOT NULL CHECK ("operation" IN ('insert', 'update', 'delete')),
    "record_id" uuid,
    "inserted" bytea,
    "before" jsonb,
    "after" jsonb
);
CREATE TABLE "draft" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "place" text COLLATE "C" NOT NULL,
    "content" jsonb NOT NULL,
    "written_at" timestamptz(3) NOT NULL,
    UNIQUE ("place")
);
CREATE TABLE "setting" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "name" text COLLATE "C" NOT NULL,
    "value" jsonb NOT NULL,
    UNIQUE ("name")
);
CREATE INDEX "region_order" ON "region" (order_no, seq);
CREATE INDEX "region_figure_region" ON "region_figure" (region_id);
CREATE INDEX "working_area_region_area" ON "working_area_region" (working_area_id, order_no);
CREATE INDEX "working_area_region_region" ON "working_area_region" (region_id);
CREATE INDEX "institution_rank" ON "institution" (deleted, protocol_rank, sort_key, seq);
CREATE INDEX "institution_name" ON "institution" (deleted, sort_key, seq);
CREATE INDEX "institution_region_institution" ON "institution_region" (institution_id);
CREATE INDEX "institution_region_region" ON "institution_region" (region_id);
CREATE INDEX "position_institution" ON "position" (institution_id, protocol_rank);
CREATE INDEX "person_name" ON "person" (deleted, sort_key, seq);
CREATE INDEX "tenure_person" ON "tenure" (person_id, starts_on);
CREATE INDEX "tenure_position" ON "tenure" (position_id, starts_on);
CREATE INDEX "topic_region_topic" ON "topic_region" (topic_id);
CREATE INDEX "stage_topic" ON "stage" (topic_id, order_no);
CREATE INDEX "meeting_held_on" ON "meeting" (deleted, held_on, seq);
CREATE INDEX "meeting_title" ON "meeting" (deleted, sort_key, seq);
CREATE INDEX "meeting_place" ON "meeting" (deleted, (place IS NULL), place, seq);
CREATE INDEX "meeting_state" ON "meeting" (deleted, state, seq);
CREATE INDEX "participant_meeting" ON "participant" (meeting_id, order_no);
CREATE INDEX "participant_present" ON "participant" (present_person_id);
CREATE INDEX "agenda_item_meeting" ON "agenda_item" (meeting_id, order_no);
CREATE INDEX "statement_meeting" ON "statement" (meeting_id, order_no);
CREATE INDEX "commitment_meeting" ON "commitment" (meeting_id, order_no);
CREATE INDEX "commitment_due" ON "commitment" (deleted, (due_date IS NULL), due_date, seq);
CREATE INDEX "commitment_text" ON "commitment" (deleted, sort_key, seq);
CREATE INDEX "commitment_statement" ON "commitment" (statement_id);
CREATE INDEX "addressee_commitment" ON "addressee" (commitment_id, order_no);
CREATE INDEX "addressee_institution" ON "addressee" (institution_id, state);
CREATE INDEX "commitment_region_commitment" ON "commitment_region" (commitment_id);
CREATE INDEX "checklist_category_template" ON "checklist_category" (template_id, order_no);
CREATE INDEX "checklist_item_template" ON "checklist_item" (template_id, order_no);
CREATE INDEX "checklist_item_region_item" ON "checklist_item_region" (item_id);
CREATE INDEX "assessment_latest" ON "assessment" (item_id, region_id, as_of, seq);
CREATE INDEX "commitment_checklist_item_commitment" ON "commitment_checklist_item" (commitment_id);
CREATE INDEX "change_action" ON "change" (action_seq, seq);
CREATE INDEX "change_record" ON "change" (record_id);
