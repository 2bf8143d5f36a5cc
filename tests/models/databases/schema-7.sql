-- Schema 7 as it was released. Never edited: a change of the schema is a new step and a new file.
-- engine: sqlite
CREATE TABLE "due_override" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "item_id" BLOB NOT NULL REFERENCES "checklist_item" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" BLOB NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "due_on" TEXT NOT NULL CHECK ("due_on" IS date("due_on")),
    "due_basis" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "review_point" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "topic_id" BLOB NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "day_offset" INTEGER NOT NULL,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "readiness_snapshot" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "topic_id" BLOB NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "template_id" BLOB NOT NULL REFERENCES "checklist_template" ("id") DEFERRABLE INITIALLY DEFERRED,
    "taken_on" TEXT NOT NULL CHECK ("taken_on" IS date("taken_on")),
    "day_offset" INTEGER,
    "meeting_id" BLOB REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "label" TEXT NOT NULL,
    "taken_by" TEXT NOT NULL,
    "content" TEXT NOT NULL CHECK (json_valid("content")),
    UNIQUE ("id")
) STRICT;
CREATE TABLE "station_risk" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "topic_id" BLOB NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" BLOB NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "district" TEXT,
    "low" INTEGER,
    "medium" INTEGER,
    "high" INTEGER,
    "as_of" TEXT NOT NULL CHECK ("as_of" IS date("as_of")),
    "institution_id" BLOB REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "source" TEXT NOT NULL,
    "note" TEXT,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "personnel_pattern" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "topic_id" BLOB NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "risk" TEXT NOT NULL CHECK ("risk" IN ('kurang_rawan', 'rawan', 'sangat_rawan')),
    "police" INTEGER NOT NULL,
    "stations_from" INTEGER NOT NULL,
    "stations_to" INTEGER NOT NULL,
    "linmas_from" INTEGER NOT NULL,
    "linmas_to" INTEGER NOT NULL,
    "source" TEXT,
    UNIQUE ("id")
) STRICT;
CREATE TABLE "personnel_plan" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "topic_id" BLOB NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" BLOB NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "district" TEXT,
    "force" TEXT NOT NULL CHECK ("force" IN ('polri', 'tni', 'linmas', 'lainnya')),
    "planned" INTEGER NOT NULL,
    "as_of" TEXT NOT NULL CHECK ("as_of" IS date("as_of")),
    "source" TEXT NOT NULL,
    "note" TEXT,
    UNIQUE ("id")
) STRICT;
ALTER TABLE "topic" ADD COLUMN "description" TEXT;
ALTER TABLE "checklist_template" ADD COLUMN "state" TEXT NOT NULL DEFAULT 'berlaku' CHECK ("state" IN ('konsep', 'berlaku'));
ALTER TABLE "checklist_template" ADD COLUMN "in_force_on" TEXT CHECK ("in_force_on" IS date("in_force_on"));
ALTER TABLE "checklist_template" ADD COLUMN "based_on_id" BLOB REFERENCES "checklist_template" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "checklist_template" ADD COLUMN "note" TEXT;
ALTER TABLE "checklist_item" ADD COLUMN "thread_id" BLOB CHECK (length("thread_id") = 16);
ALTER TABLE "checklist_item" ADD COLUMN "target_kind" TEXT NOT NULL DEFAULT 'teks' CHECK ("target_kind" IN ('ya', 'persen', 'jumlah', 'per_tps', 'per_pemilih', 'teks'));
ALTER TABLE "assessment" ADD COLUMN "measure" TEXT CHECK ("measure" IN ('jumlah', 'persen'));
ALTER TABLE "assessment" ADD COLUMN "evidence_received" INTEGER NOT NULL DEFAULT 0 CHECK ("evidence_received" IN (0, 1));
ALTER TABLE "commitment_checklist_item" ADD COLUMN "answer" TEXT CHECK ("answer" IN ('diperbarui', 'ditolak'));
ALTER TABLE "commitment_checklist_item" ADD COLUMN "answered_on" TEXT CHECK ("answered_on" IS date("answered_on"));
UPDATE "checklist_item" SET thread_id = id, target_kind = CASE
    WHEN target = 'ya' THEN 'ya'
    WHEN target_value IS NULL THEN 'teks'
    WHEN substr(unit, 1, 1) = '%' THEN 'persen'
    WHEN replace(unit, '/TPS', '') <> unit THEN 'per_tps'
    ELSE 'jumlah' END;
UPDATE "assessment" SET evidence_received = 1 WHERE state = 'siap_bukti';
CREATE INDEX "due_override_item" ON "due_override" (item_id, region_id);
CREATE INDEX "due_override_region" ON "due_override" (region_id);
CREATE INDEX "review_point_topic" ON "review_point" (topic_id, day_offset);
CREATE INDEX "readiness_snapshot_topic" ON "readiness_snapshot" (topic_id, taken_on, seq);
CREATE INDEX "readiness_snapshot_template" ON "readiness_snapshot" (template_id);
CREATE INDEX "readiness_snapshot_meeting" ON "readiness_snapshot" (meeting_id);
CREATE INDEX "station_risk_topic" ON "station_risk" (topic_id, region_id, district, as_of, seq);
CREATE INDEX "station_risk_region" ON "station_risk" (region_id);
CREATE INDEX "station_risk_institution" ON "station_risk" (institution_id);
CREATE INDEX "personnel_pattern_topic" ON "personnel_pattern" (topic_id);
CREATE INDEX "personnel_plan_topic" ON "personnel_plan" (topic_id, region_id, district, force, as_of, seq);
CREATE INDEX "personnel_plan_region" ON "personnel_plan" (region_id);
CREATE INDEX "checklist_template_topic" ON "checklist_template" (topic_id, state, version);
CREATE INDEX "checklist_template_base" ON "checklist_template" (based_on_id);
CREATE INDEX "checklist_item_thread" ON "checklist_item" (thread_id);
CREATE INDEX "checklist_item_category" ON "checklist_item" (category_id);
CREATE INDEX "checklist_item_region_region" ON "checklist_item_region" (region_id);
CREATE INDEX "topic_region_region" ON "topic_region" (region_id);
CREATE INDEX "assessment_region" ON "assessment" (region_id);
CREATE INDEX "assessment_institution" ON "assessment" (institution_id);
CREATE INDEX "commitment_checklist_item_item" ON "commitment_checklist_item" (item_id);
CREATE TABLE "readiness_standing" (
    "seq" INTEGER PRIMARY KEY,
    "topic" INTEGER NOT NULL,
    "institution" INTEGER NOT NULL,
    "region" INTEGER NOT NULL,
    "category" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "applies" INTEGER NOT NULL CHECK ("applies" IN (0, 1)),
    "report" INTEGER,
    "as_of" INTEGER,
    "state" INTEGER,
    "earned" INTEGER,
    "possible" INTEGER,
    "exact" TEXT,
    "rank" TEXT,
    "due_offset" INTEGER,
    "due_on" INTEGER,
    UNIQUE ("item", "region", "institution")
) STRICT;
CREATE INDEX "readiness_standing_topic" ON "readiness_standing" (topic, institution, region, category, applies, state, rank, earned, possible, as_of, due_offset, due_on, exact);
CREATE INDEX "readiness_standing_institution" ON "readiness_standing" (institution, item, region);

-- engine: postgresql
CREATE TABLE "due_override" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "item_id" uuid NOT NULL REFERENCES "checklist_item" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" uuid NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "due_on" date NOT NULL,
    "due_basis" text COLLATE "C" NOT NULL,
    "source" text COLLATE "C" NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "review_point" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "topic_id" uuid NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "day_offset" bigint NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "readiness_snapshot" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "topic_id" uuid NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "template_id" uuid NOT NULL REFERENCES "checklist_template" ("id") DEFERRABLE INITIALLY DEFERRED,
    "taken_on" date NOT NULL,
    "day_offset" bigint,
    "meeting_id" uuid REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "label" text COLLATE "C" NOT NULL,
    "taken_by" text COLLATE "C" NOT NULL,
    "content" jsonb NOT NULL,
    UNIQUE ("id")
);
CREATE TABLE "station_risk" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "topic_id" uuid NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" uuid NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "district" text COLLATE "C",
    "low" bigint,
    "medium" bigint,
    "high" bigint,
    "as_of" date NOT NULL,
    "institution_id" uuid REFERENCES "institution" ("id") DEFERRABLE INITIALLY DEFERRED,
    "source" text COLLATE "C" NOT NULL,
    "note" text COLLATE "C",
    UNIQUE ("id")
);
CREATE TABLE "personnel_pattern" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "topic_id" uuid NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "risk" text COLLATE "C" NOT NULL CHECK ("risk" IN ('kurang_rawan', 'rawan', 'sangat_rawan')),
    "police" bigint NOT NULL,
    "stations_from" bigint NOT NULL,
    "stations_to" bigint NOT NULL,
    "linmas_from" bigint NOT NULL,
    "linmas_to" bigint NOT NULL,
    "source" text COLLATE "C",
    UNIQUE ("id")
);
CREATE TABLE "personnel_plan" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "id" uuid NOT NULL,
    "clock" bigint NOT NULL,
    "device" uuid NOT NULL,
    "hist" jsonb NOT NULL,
    "office" uuid NOT NULL,
    "deleted" boolean NOT NULL DEFAULT false,
    "topic_id" uuid NOT NULL REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "region_id" uuid NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "district" text COLLATE "C",
    "force" text COLLATE "C" NOT NULL CHECK ("force" IN ('polri', 'tni', 'linmas', 'lainnya')),
    "planned" bigint NOT NULL,
    "as_of" date NOT NULL,
    "source" text COLLATE "C" NOT NULL,
    "note" text COLLATE "C",
    UNIQUE ("id")
);
ALTER TABLE "topic" ADD COLUMN "description" text COLLATE "C";
ALTER TABLE "checklist_template" ADD COLUMN "state" text COLLATE "C" NOT NULL DEFAULT 'berlaku' CHECK ("state" IN ('konsep', 'berlaku'));
ALTER TABLE "checklist_template" ADD COLUMN "in_force_on" date;
ALTER TABLE "checklist_template" ADD COLUMN "based_on_id" uuid REFERENCES "checklist_template" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "checklist_template" ADD COLUMN "note" text COLLATE "C";
ALTER TABLE "checklist_item" ADD COLUMN "thread_id" uuid;
ALTER TABLE "checklist_item" ADD COLUMN "target_kind" text COLLATE "C" NOT NULL DEFAULT 'teks' CHECK ("target_kind" IN ('ya', 'persen', 'jumlah', 'per_tps', 'per_pemilih', 'teks'));
ALTER TABLE "assessment" ADD COLUMN "measure" text COLLATE "C" CHECK ("measure" IN ('jumlah', 'persen'));
ALTER TABLE "assessment" ADD COLUMN "evidence_received" boolean NOT NULL DEFAULT false;
ALTER TABLE "commitment_checklist_item" ADD COLUMN "answer" text COLLATE "C" CHECK ("answer" IN ('diperbarui', 'ditolak'));
ALTER TABLE "commitment_checklist_item" ADD COLUMN "answered_on" date;
UPDATE "checklist_item" SET thread_id = id, target_kind = CASE
    WHEN target = 'ya' THEN 'ya'
    WHEN target_value IS NULL THEN 'teks'
    WHEN substr(unit, 1, 1) = chr(37) THEN 'persen'
    WHEN replace(unit, '/TPS', '') <> unit THEN 'per_tps'
    ELSE 'jumlah' END;
UPDATE "assessment" SET evidence_received = true WHERE state = 'siap_bukti';
CREATE INDEX "due_override_item" ON "due_override" (item_id, region_id);
CREATE INDEX "due_override_region" ON "due_override" (region_id);
CREATE INDEX "review_point_topic" ON "review_point" (topic_id, day_offset);
CREATE INDEX "readiness_snapshot_topic" ON "readiness_snapshot" (topic_id, taken_on, seq);
CREATE INDEX "readiness_snapshot_template" ON "readiness_snapshot" (template_id);
CREATE INDEX "readiness_snapshot_meeting" ON "readiness_snapshot" (meeting_id);
CREATE INDEX "station_risk_topic" ON "station_risk" (topic_id, region_id, district, as_of, seq);
CREATE INDEX "station_risk_region" ON "station_risk" (region_id);
CREATE INDEX "station_risk_institution" ON "station_risk" (institution_id);
CREATE INDEX "personnel_pattern_topic" ON "personnel_pattern" (topic_id);
CREATE INDEX "personnel_plan_topic" ON "personnel_plan" (topic_id, region_id, district, force, as_of, seq);
CREATE INDEX "personnel_plan_region" ON "personnel_plan" (region_id);
CREATE INDEX "checklist_template_topic" ON "checklist_template" (topic_id, state, version);
CREATE INDEX "checklist_template_base" ON "checklist_template" (based_on_id);
CREATE INDEX "checklist_item_thread" ON "checklist_item" (thread_id);
CREATE INDEX "checklist_item_category" ON "checklist_item" (category_id);
CREATE INDEX "checklist_item_region_region" ON "checklist_item_region" (region_id);
CREATE INDEX "topic_region_region" ON "topic_region" (region_id);
CREATE INDEX "assessment_region" ON "assessment" (region_id);
CREATE INDEX "assessment_institution" ON "assessment" (institution_id);
CREATE INDEX "commitment_checklist_item_item" ON "commitment_checklist_item" (item_id);
CREATE TABLE "readiness_standing" (
    "seq" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    "topic" bigint NOT NULL,
    "institution" bigint NOT NULL,
    "region" bigint NOT NULL,
    "category" bigint NOT NULL,
    "item" bigint NOT NULL,
    "applies" boolean NOT NULL,
    "report" bigint,
    "as_of" bigint,
    "state" bigint,
    "earned" bigint,
    "possible" bigint,
    "exact" text COLLATE "C",
    "rank" text COLLATE "C",
    "due_offset" bigint,
    "due_on" bigint,
    UNIQUE ("item", "region", "institution")
);
CREATE INDEX "readiness_standing_topic" ON "readiness_standing" (topic, institution, region, category, applies, state, rank, earned, possible, as_of, due_offset, due_on, exact);
CREATE INDEX "readiness_standing_institution" ON "readiness_standing" (institution, item, region);
