/// Plays a scenario on a `Vm`: builds its tree, carries out its script, records its trace, and
/// holds that against what the real BEAM did.
///
/// [Play] is one running scenario; [Player] plays one from its first step to its last and
/// [Comparison] checks it. The behaviours that lessons name live in [Repertoire].
@NullMarked
package understudy.player;

import org.jspecify.annotations.NullMarked;
