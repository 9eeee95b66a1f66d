/** What every business service stands on: the database, its schema and whether they are there. */
@NullMarked
package clarion.ejb;

import org.jspecify.annotations.NullMarked;
