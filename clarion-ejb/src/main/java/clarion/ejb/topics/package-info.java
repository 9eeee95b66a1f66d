/**
 * How records of any topic are stored: the rules of which one wins, and one table for each topic. What a topic's
 * records are made of is said by the feature that they belong to.
 */
@NullMarked
package clarion.ejb.topics;

import org.jspecify.annotations.NullMarked;
