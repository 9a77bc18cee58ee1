/// How the panes answer, tested without a window.
@NullMarked
package understudy.viewmodel;

import org.jspecify.annotations.NullMarked;
