/// A long run of mixed load on one live system: what must stay flat is printed every minute, and
/// every load keeps a book that must balance in the end.
@NullMarked
package understudy.bench.soak;

import org.jspecify.annotations.NullMarked;
