/// The recording file: written while a system runs, opened whatever became of it.
///
/// A file is a header, then blocks, then a trailer; `docs/recording-format.md` says each byte.
///
/// ```text
/// file    := header block* trailer
/// header  := magic version flags size pairs crc
/// block   := fixed-size head (kind, sizes, range, two checksums) payload
/// segment := block of kind 1; payload (deflated) := text table, then events
/// event   := tag size stamp fields
/// index   := block of kind 2, the last; one entry a segment, totals
/// ```
///
/// Each segment decodes alone and carries its own checksums, so a file that was cut or damaged
/// anywhere opens with all its whole segments, and [Opening.Opened#damage()] says what is missing.
/// Nothing read from a file decides about memory: every size has a limit.
///
/// Names `event` and `probe`. Owns no threads. The only writer and reader of recordings on disk.
@NullMarked
package understudy.recording;

import org.jspecify.annotations.NullMarked;
