"""What the office knows: tables, the write door, queries, migrations and backups.

Importing this package keeps Peewee from loading the PostgreSQL drivers: Peewee imports every driver it
finds, and psycopg alone costs a third of the start. `drivers.use_postgresql()` brings psycopg in when an
office has chosen a server.
"""

from __future__ import annotations

from desktop.models.drivers import import_peewee_alone

import_peewee_alone()
