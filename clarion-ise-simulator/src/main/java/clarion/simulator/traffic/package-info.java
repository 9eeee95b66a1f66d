/**
 * What a campus says to whom: roles, services, relations between roles, and how a true conversation becomes the one-way
 * records that exporters report. Used by the living campus and by the data sets alike; a truth beside everything.
 */
@NullMarked
package clarion.simulator.traffic;

import org.jspecify.annotations.NullMarked;
