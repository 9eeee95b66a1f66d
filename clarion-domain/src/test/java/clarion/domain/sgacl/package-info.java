@org.jspecify.annotations.NullMarked
package clarion.domain.sgacl;
