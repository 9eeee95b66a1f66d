/**
 * What {@code kubernetes/} renders, held to the API of Kubernetes and to what the documents say of it; needs no
 * cluster.
 */
@NullMarked
package clarion.it.kubernetes;

import org.jspecify.annotations.NullMarked;
