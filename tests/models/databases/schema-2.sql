-- Schema 2 as it was released. Never edited: a change of the schema is a new step and a new file.
-- engine: sqlite
CREATE TABLE "draft_new" (
    "seq" INTEGER PRIMARY KEY,
    "place" TEXT NOT NULL,
    "content" TEXT NOT NULL CHECK (json_valid("content")),
    "written_at" INTEGER NOT NULL,
    "owner" TEXT NOT NULL DEFAULT '',
    UNIQUE ("owner", "place")
) STRICT;
INSERT INTO "draft_new" ("seq", "place", "content", "written_at") SELECT "seq", "place", "content", "written_at" FROM "draft";
DROP TABLE "draft";
ALTER TABLE "draft_new" RENAME TO "draft";
CREATE TABLE "region_new" (
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
    UNIQUE ("id")
) STRICT;
INSERT INTO "region_new" ("seq", "id", "clock", "device", "hist", "office", "deleted", "code", "name", "kind", "order_no", "sort_key", "search_text") SELECT "seq", "id", "clock", "device", "hist", "office", "deleted", "code", "name", "kind", "order_no", "sort_key", "search_text" FROM "region";
DROP TABLE "region";
ALTER TABLE "region_new" RENAME TO "region";
CREATE INDEX "region_order" ON "region" (order_no, seq);
CREATE TABLE "region_figure_new" (
    "seq" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "clock" INTEGER NOT NULL,
    "device" BLOB NOT NULL CHECK (length("device") = 16),
    "hist" TEXT NOT NULL CHECK (json_valid("hist")),
    "office" BLOB NOT NULL CHECK (length("office") = 16),
    "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
    "region_id" BLOB NOT NULL REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "as_of" TEXT CHECK ("as_of" IS date("as_of")),
    UNIQUE ("id")
) STRICT;
INSERT INTO "region_figure_new" ("seq", "id", "clock", "device", "hist", "office", "deleted", "region_id", "kind", "value", "basis", "source", "as_of") SELECT "seq", "id", "clock", "device", "hist", "office", "deleted", "region_id", "kind", "value", "basis", "source", "as_of" FROM "region_figure";
DROP TABLE "region_figure";
ALTER TABLE "region_figure_new" RENAME TO "region_figure";
CREATE INDEX "region_figure_region" ON "region_figure" (region_id);
CREATE TABLE "checklist_item_new" (
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
    "due_basis" TEXT NOT NULL,
    "evidence" TEXT,
    "confidence" TEXT,
    "weight" REAL NOT NULL DEFAULT 1,
    "order_no" INTEGER NOT NULL,
    "search_text" TEXT NOT NULL,
    UNIQUE ("id")
) STRICT;
INSERT INTO "checklist_item_new" ("seq", "id", "clock", "device", "hist", "office", "deleted", "template_id", "category_id", "code", "text", "responsible", "related", "for_regency", "for_province", "for_working_area", "target", "target_value", "unit", "repeats", "due_offset", "due_basis", "evidence", "confidence", "weight", "order_no", "search_text") SELECT "seq", "id", "clock", "device", "hist", "office", "deleted", "template_id", "category_id", "code", "text", "responsible", "related", "for_regency", "for_province", "for_working_area", "target", "target_value", "unit", "repeats", "due_offset", "due_basis", "evidence", "confidence", "weight", "order_no", "search_text" FROM "checklist_item";
DROP TABLE "checklist_item";
ALTER TABLE "checklist_item_new" RENAME TO "checklist_item";
CREATE INDEX "checklist_item_template" ON "checklist_item" (template_id, order_no);
CREATE UNIQUE INDEX "region_code" ON "region" ("code") WHERE NOT "deleted";

-- engine: postgresql
ALTER TABLE "draft" ADD COLUMN "owner" text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "draft" DROP CONSTRAINT "draft_place_key", ADD UNIQUE ("owner", "place");
ALTER TABLE "region" DROP CONSTRAINT "region_code_key";
ALTER TABLE "region_figure" DROP CONSTRAINT "region_figure_kind_check";
ALTER TABLE "checklist_item" DROP CONSTRAINT "checklist_item_due_basis_check";
CREATE UNIQUE INDEX "region_code" ON "region" ("code") WHERE NOT "deleted";
