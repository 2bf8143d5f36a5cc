-- Schema 4 as it was released. Never edited: a change of the schema is a new step and a new file.
-- engine: sqlite
CREATE TABLE "letter" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "meeting_id" BLOB NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('undangan', 'nota_dinas', 'laporan')),
    "number" TEXT,
    "dated_on" TEXT CHECK ("dated_on" IS date("dated_on")),
    "urgency" TEXT,
    "enclosure" TEXT,
    "subject" TEXT,
    "addressee" TEXT,
    "sender" TEXT,
    "opening" TEXT,
    "body" TEXT,
    "basis" TEXT,
    "purpose" TEXT,
    "suggestion" TEXT,
    "closing" TEXT,
    "note" TEXT,
    "copies" TEXT,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "attachment" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "meeting_id" BLOB REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "commitment_id" BLOB REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "assessment_id" BLOB REFERENCES "assessment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('foto', 'daftar_hadir', 'notula', 'undangan', 'bahan', 'bukti', 'lainnya')),
    "name" TEXT NOT NULL,
    "caption" TEXT,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "added_at" INTEGER NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "minutes_version" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "meeting_id" BLOB NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" INTEGER NOT NULL,
    "made_at" INTEGER NOT NULL,
    "made_by" TEXT NOT NULL,
    "reason" TEXT,
    "content" TEXT NOT NULL CHECK (json_valid("content")),
    "profile" TEXT NOT NULL CHECK (json_valid("profile")),
    "content_hash" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "pdf_hash" TEXT,
    "paper_id" BLOB REFERENCES "attachment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "signed_on" TEXT CHECK ("signed_on" IS date("signed_on")),
    "signed_how" TEXT CHECK ("signed_how" IN ('basah', 'elektronik')),
    "signed_id" BLOB REFERENCES "attachment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "withdrawn" INTEGER NOT NULL DEFAULT 0 CHECK ("withdrawn" IN (0, 1)),
    UNIQUE ("id")
) STRICT;
CREATE TABLE "issued_paper" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "meeting_id" BLOB REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "topic_id" BLOB REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "institution_id" BLOB REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT,
    "order_no" INTEGER,
    "way" TEXT NOT NULL CHECK ("way" IN ('cetak', 'simpan', 'buka', 'salin', 'arsip')),
    "issued_at" INTEGER NOT NULL,
    "issued_by" TEXT NOT NULL,
    "file_name" TEXT,
    "pages" INTEGER,
    "sha256" TEXT NOT NULL,
    "content_hash" TEXT,
    "code" TEXT,
    "is_draft" INTEGER NOT NULL DEFAULT 0 CHECK ("is_draft" IN (0, 1)),
    UNIQUE ("id")
) STRICT;
CREATE TABLE "accounting_item" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "meeting_id" BLOB NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0 CHECK ("done" IN (0, 1)),
    "note" TEXT,
    UNIQUE ("id")
) STRICT;
ALTER TABLE "office_profile" ADD COLUMN "label" TEXT NOT NULL DEFAULT '';
ALTER TABLE "office_profile" ADD COLUMN "order_no" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "office_profile" ADD COLUMN "page_numbers" TEXT NOT NULL DEFAULT 'bawah_tengah';
ALTER TABLE "office_profile" ADD COLUMN "letterhead_rule" TEXT NOT NULL DEFAULT 'ganda';
ALTER TABLE "office_profile" ADD COLUMN "decisions_label" TEXT NOT NULL DEFAULT 'Kesimpulan/Keputusan';
ALTER TABLE "office_profile" ADD COLUMN "fit_pages" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "office_profile" ADD COLUMN "names_until" INTEGER NOT NULL DEFAULT 12;
ALTER TABLE "office_profile" ADD COLUMN "sign_numbers" INTEGER NOT NULL DEFAULT 1 CHECK ("sign_numbers" IN (0, 1));
ALTER TABLE "office_profile" ADD COLUMN "head_acting" TEXT NOT NULL DEFAULT '';
ALTER TABLE "office_profile" ADD COLUMN "on_behalf" TEXT NOT NULL DEFAULT '';
ALTER TABLE "office_profile" ADD COLUMN "delegated_by" TEXT NOT NULL DEFAULT '';
ALTER TABLE "office_profile" ADD COLUMN "proof" INTEGER NOT NULL DEFAULT 0 CHECK ("proof" IN (0, 1));
ALTER TABLE "meeting" ADD COLUMN "profile_id" BLOB REFERENCES "office_profile" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "meeting" ADD COLUMN "revision_reason" TEXT;
CREATE INDEX "letter_meeting" ON "letter" (meeting_id, kind);
CREATE INDEX "attachment_meeting" ON "attachment" (meeting_id, order_no);
CREATE INDEX "attachment_commitment" ON "attachment" (commitment_id, order_no);
CREATE INDEX "attachment_assessment" ON "attachment" (assessment_id, order_no);
CREATE INDEX "attachment_sha256" ON "attachment" (sha256);
CREATE INDEX "minutes_version_meeting" ON "minutes_version" (meeting_id, order_no);
CREATE INDEX "minutes_version_code" ON "minutes_version" (code);
CREATE INDEX "minutes_version_paper" ON "minutes_version" (paper_id);
CREATE INDEX "minutes_version_signed" ON "minutes_version" (signed_id);
CREATE INDEX "issued_paper_meeting" ON "issued_paper" (meeting_id, issued_at);
CREATE INDEX "issued_paper_issued" ON "issued_paper" (issued_at, seq);
CREATE INDEX "issued_paper_sha256" ON "issued_paper" (sha256);
CREATE INDEX "issued_paper_code" ON "issued_paper" (code);
CREATE INDEX "accounting_item_meeting" ON "accounting_item" (meeting_id, order_no);
CREATE INDEX "meeting_profile" ON "meeting" (profile_id);
CREATE INDEX "meeting_minutes_number" ON "meeting" (minutes_number);

-- engine: postgresql
CREATE TABLE "letter" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "meeting_id" uuid NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('undangan', 'nota_dinas', 'laporan')),
    "number" text COLLATE "C",
    "dated_on" date,
    "urgency" text COLLATE "C",
    "enclosure" text COLLATE "C",
    "subject" text COLLATE "C",
    "addressee" text COLLATE "C",
    "sender" text COLLATE "C",
    "opening" text COLLATE "C",
    "body" text COLLATE "C",
    "basis" text COLLATE "C",
    "purpose" text COLLATE "C",
    "suggestion" text COLLATE "C",
    "closing" text COLLATE "C",
    "note" text COLLATE "C",
    "copies" text COLLATE "C",
    UNIQUE ("id")
);
CREATE TABLE "attachment" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "meeting_id" uuid REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "commitment_id" uuid REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "assessment_id" uuid REFERENCES "assessment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" bigint NOT NULL,
    "kind" text COLLATE "C" NOT NULL CHECK ("kind" IN ('foto', 'daftar_hadir', 'notula', 'undangan', 'bahan', 'bukti', 'lainnya')),
    "name" text COLLATE "C" NOT NULL,
    "caption" text COLLATE "C",
    "media_type" text COLLATE "C" NOT NULL,
    "size" bigint NOT NULL,
    "sha256" text COLLATE "C" NOT NULL,
    "added_at" timestamptz(3) NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "minutes_version" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "meeting_id" uuid NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" bigint NOT NULL,
    "made_at" timestamptz(3) NOT NULL,
    "made_by" text COLLATE "C" NOT NULL,
    "reason" text COLLATE "C",
    "content" jsonb NOT NULL,
    "profile" jsonb NOT NULL,
    "content_hash" text COLLATE "C" NOT NULL,
    "code" text COLLATE "C" NOT NULL,
    "pdf_hash" text COLLATE "C",
    "paper_id" uuid REFERENCES "attachment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "signed_on" date,
    "signed_how" text COLLATE "C" CHECK ("signed_how" IN ('basah', 'elektronik')),
    "signed_id" uuid REFERENCES "attachment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "withdrawn" boolean NOT NULL DEFAULT false,
    UNIQUE ("id")
);
CREATE TABLE "issued_paper" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "meeting_id" uuid REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "topic_id" uuid REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "institution_id" uuid REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" text COLLATE "C" NOT NULL,
    "title" text COLLATE "C" NOT NULL,
    "number" text COLLATE "C",
    "order_no" bigint,
    "way" text COLLATE "C" NOT NULL CHECK ("way" IN ('cetak', 'simpan', 'buka', 'salin', 'arsip')),
    "issued_at" timestamptz(3) NOT NULL,
    "issued_by" text COLLATE "C" NOT NULL,
    "file_name" text COLLATE "C",
    "pages" bigint,
    "sha256" text COLLATE "C" NOT NULL,
    "content_hash" text COLLATE "C",
    "code" text COLLATE "C",
    "is_draft" boolean NOT NULL DEFAULT false,
    UNIQUE ("id")
);
CREATE TABLE "accounting_item" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "meeting_id" uuid NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "order_no" bigint NOT NULL,
    "text" text COLLATE "C" NOT NULL,
    "done" boolean NOT NULL DEFAULT false,
    "note" text COLLATE "C",
    UNIQUE ("id")
);
ALTER TABLE "office_profile" ADD COLUMN "label" text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "office_profile" ADD COLUMN "order_no" bigint NOT NULL DEFAULT 0;
ALTER TABLE "office_profile" ADD COLUMN "page_numbers" text COLLATE "C" NOT NULL DEFAULT 'bawah_tengah';
ALTER TABLE "office_profile" ADD COLUMN "letterhead_rule" text COLLATE "C" NOT NULL DEFAULT 'ganda';
ALTER TABLE "office_profile" ADD COLUMN "decisions_label" text COLLATE "C" NOT NULL DEFAULT 'Kesimpulan/Keputusan';
ALTER TABLE "office_profile" ADD COLUMN "fit_pages" bigint NOT NULL DEFAULT 0;
ALTER TABLE "office_profile" ADD COLUMN "names_until" bigint NOT NULL DEFAULT 12;
ALTER TABLE "office_profile" ADD COLUMN "sign_numbers" boolean NOT NULL DEFAULT true;
ALTER TABLE "office_profile" ADD COLUMN "head_acting" text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "office_profile" ADD COLUMN "on_behalf" text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "office_profile" ADD COLUMN "delegated_by" text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "office_profile" ADD COLUMN "proof" boolean NOT NULL DEFAULT false;
ALTER TABLE "meeting" ADD COLUMN "profile_id" uuid REFERENCES "office_profile" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "meeting" ADD COLUMN "revision_reason" text COLLATE "C";
CREATE INDEX "letter_meeting" ON "letter" (meeting_id, kind);
CREATE INDEX "attachment_meeting" ON "attachment" (meeting_id, order_no);
CREATE INDEX "attachment_commitment" ON "attachment" (commitment_id, order_no);
CREATE INDEX "attachment_assessment" ON "attachment" (assessment_id, order_no);
CREATE INDEX "attachment_sha256" ON "attachment" (sha256);
CREATE INDEX "minutes_version_meeting" ON "minutes_version" (meeting_id, order_no);
CREATE INDEX "minutes_version_code" ON "minutes_version" (code);
CREATE INDEX "minutes_version_paper" ON "minutes_version" (paper_id);
CREATE INDEX "minutes_version_signed" ON "minutes_version" (signed_id);
CREATE INDEX "issued_paper_meeting" ON "issued_paper" (meeting_id, issued_at);
CREATE INDEX "issued_paper_issued" ON "issued_paper" (issued_at, seq);
CREATE INDEX "issued_paper_sha256" ON "issued_paper" (sha256);
CREATE INDEX "issued_paper_code" ON "issued_paper" (code);
CREATE INDEX "accounting_item_meeting" ON "accounting_item" (meeting_id, order_no);
CREATE INDEX "meeting_profile" ON "meeting" (profile_id);
CREATE INDEX "meeting_minutes_number" ON "meeting" (minutes_number);
CREATE TABLE "attachment_data" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "sha256" text COLLATE "C" NOT NULL,
    "content" bytea NOT NULL,
    UNIQUE ("sha256")
);
