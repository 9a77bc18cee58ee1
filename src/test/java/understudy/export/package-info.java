/// Exports as their readers see them, where Maven has the reader; the others are asked by
/// `src/test/outside/run`.
@NullMarked
package understudy.export;

import org.jspecify.annotations.NullMarked;
