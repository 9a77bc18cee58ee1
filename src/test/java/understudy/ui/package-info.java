/// The window, tested as a person uses it.
@NullMarked
package understudy.ui;

import org.jspecify.annotations.NullMarked;
