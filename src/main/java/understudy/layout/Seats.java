package understudy.layout;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import understudy.graph.Vertex;

/// Where each vertex stands, in columns by [Vertex#seat].
final class Seats {
  private @Nullable Vertex[] vertices = new @Nullable Vertex[16];
  private @Nullable Block[] hosts = new @Nullable Block[16];
  private @Nullable Block[] own = new @Nullable Block[16];
  private int[] cells = new int[16];

  @Nullable Vertex at(int seat) {
    return seat < vertices.length ? vertices[seat] : null;
  }

  /// The block in which `vertex` stands, null if it stands nowhere.
  @Nullable Block host(Vertex vertex) {
    return vertex.equals(at(vertex.seat())) ? hosts[vertex.seat()] : null;
  }

  /// The block on top of which `vertex` stands, null if it has none.
  @Nullable Block block(Vertex vertex) {
    Block block = vertex.seat() < own.length ? own[vertex.seat()] : null;
    return block != null && vertex.equals(block.vertex()) ? block : null;
  }

  int cell(Vertex vertex) {
    return cells[vertex.seat()];
  }

  /// The block on top of which `vertex` stands, made if there is none.
  Block blockOf(Vertex vertex) {
    Block block = block(vertex);
    if (block == null) {
      room(vertex.seat());
      block = new Block();
      block.standsFor(vertex);
      own[vertex.seat()] = block;
    }
    return block;
  }

  void sit(Vertex vertex, Block host, int cell) {
    room(vertex.seat());
    vertices[vertex.seat()] = vertex;
    hosts[vertex.seat()] = host;
    cells[vertex.seat()] = cell;
  }

  void move(Vertex vertex, int cell) {
    cells[vertex.seat()] = cell;
  }

  void rise(Vertex vertex) {
    vertices[vertex.seat()] = null;
    hosts[vertex.seat()] = null;
  }

  void dropBlock(Vertex vertex) {
    if (block(vertex) != null) {
      own[vertex.seat()] = null;
    }
  }

  int size() {
    return vertices.length;
  }

  private void room(int seat) {
    if (seat >= vertices.length) {
      int more = Math.max(seat + 1, 2 * vertices.length);
      vertices = Arrays.copyOf(vertices, more);
      hosts = Arrays.copyOf(hosts, more);
      own = Arrays.copyOf(own, more);
      cells = Arrays.copyOf(cells, more);
    }
  }
}
