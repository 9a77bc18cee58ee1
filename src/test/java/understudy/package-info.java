/// What holds for the whole repository and for no single package: its house, its format, its size.
///
/// These tests read the sources and the compiled classes; they name no class of the product.
@NullMarked
package understudy;

import org.jspecify.annotations.NullMarked;
