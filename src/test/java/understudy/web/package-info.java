/// Tests of the web server, byte by byte.
@NullMarked
package understudy.web;

import org.jspecify.annotations.NullMarked;
