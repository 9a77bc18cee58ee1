/// The scenario and lesson format: a supervision tree, a script and what must come of it.
///
/// [ScenarioReader] turns a file into a [Scenario] or into diagnostics with line and column. It
/// knows no process: `player` plays a scenario, `viewmodel` shows it. Everything here is immutable
/// and safe on any thread. Names no other package; outside, Jackson's token streams for JSON and
/// YAML, with the YAML engine below it for its limits and error marks. Reads files.
///
/// A file is an object (JSON, or the same shape in YAML):
///
/// ```text
/// file    = { id?, title?, note?, groups?, rules?, quiet_ms?, tree: node, steps?: [step], expected? }
/// node    = { id, type?, restart?, significant?, shutdown?, name?, ... }   type: worker | supervisor
/// worker  = { ..., trap_exit?, init?, terminate?, continue?, behaviour?, args? }
/// superv. = { ..., strategy?, intensity?, period?, auto_shutdown?, children?, template?,
///             max_children?, backoff? }
/// step    = { op, ..., quiet_ms? }                                          one record of Step an op
/// reason  = "atom" | [reason, ...] | number
/// path    = "root/a" | "root/a@2"
/// ```
///
/// A `quiet_ms` of a step inside another has no effect: only whole steps are followed by quiet.
/// `behaviour`, `args` and `backoff` are this product's extensions; the rest is `otp-scenario/1`.
/// Reading refuses what has no meaning. What has one and is refused by OTP, such as two siblings of
/// one id, is a [Scenario] like any other: the refusal happens when it is played.
@NullMarked
package understudy.scenario;

import org.jspecify.annotations.NullMarked;
