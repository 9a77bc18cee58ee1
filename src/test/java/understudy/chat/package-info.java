/// Tests of the chat, through the door that phones use.
@NullMarked
package understudy.chat;

import org.jspecify.annotations.NullMarked;
