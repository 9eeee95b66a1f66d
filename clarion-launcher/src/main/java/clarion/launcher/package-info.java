/**
 * The parent process of {@code ./clarion demo} and {@code ./clarion run}: it starts the embedded PostgreSQL, the ISE
 * simulator (demo only) and Payara Micro, watches over them, and stops them in order.
 */
@NullMarked
package clarion.launcher;

import org.jspecify.annotations.NullMarked;
