/**
 * Backups of Clarion's database that need nothing but JDBC: one consistent picture of every table, with counts and
 * checksums, that is read back into a schema made by the migrations. It works with an embedded PostgreSQL, which brings
 * no pg_dump along, and with any other from version 15 on.
 */
@NullMarked
package clarion.launcher.backup;

import org.jspecify.annotations.NullMarked;
