/// Tests of the command line and of the wiring.
@NullMarked
package understudy.app;

import org.jspecify.annotations.NullMarked;
