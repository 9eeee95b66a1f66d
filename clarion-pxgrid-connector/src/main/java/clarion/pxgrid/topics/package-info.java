/** What ISE publishes and answers on its topics, from octets to records; one source of facts for each topic. */
@NullMarked
package clarion.pxgrid.topics;

import org.jspecify.annotations.NullMarked;
