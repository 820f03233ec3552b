package dev.kassei.builtins.dataset.array;

import java.nio.ByteBuffer;

/** How one number of an array is written. */
enum Element {
  /** A byte from 0 to 255. */
  UINT8(1, false) {
    @Override
    double next(ByteBuffer bytes) {
      return bytes.get() & 0xff;
    }
  },
  /** A byte from −128 to 127. */
  INT8(1, false) {
    @Override
    double next(ByteBuffer bytes) {
      return bytes.get();
    }
  },
  /** Two bytes from 0 to 65,535. */
  UINT16(Short.BYTES, false) {
    @Override
    double next(ByteBuffer bytes) {
      return bytes.getShort() & 0xffff;
    }
  },
  /** Two bytes with a sign. */
  INT16(Short.BYTES, false) {
    @Override
    double next(ByteBuffer bytes) {
      return bytes.getShort();
    }
  },
  /** Four bytes without a sign. */
  UINT32(Integer.BYTES, false) {
    @Override
    double next(ByteBuffer bytes) {
      return bytes.getInt() & 0xffffffffL;
    }
  },
  /** Four bytes with a sign. */
  INT32(Integer.BYTES, false) {
    @Override
    double next(ByteBuffer bytes) {
      return bytes.getInt();
    }
  },
  /** Eight bytes with a sign. */
  INT64(Long.BYTES, false) {
    @Override
    double next(ByteBuffer bytes) {
      return bytes.getLong();
    }
  },
  /** Eight bytes without a sign; those beyond 2⁵³ are rounded, as a double holds them. */
  UINT64(Long.BYTES, false) {
    @Override
    double next(ByteBuffer bytes) {
      long bits = bytes.getLong();
      return bits >= 0 ? bits : (bits >>> 1 | (bits & 1)) * 2.0;
    }
  },
  /** A float. */
  FLOAT32(Float.BYTES, true) {
    @Override
    double next(ByteBuffer bytes) {
      return bytes.getFloat();
    }
  },
  /** A double. */
  FLOAT64(Double.BYTES, true) {
    @Override
    double next(ByteBuffer bytes) {
      return bytes.getDouble();
    }
  };

  private final int bytes;
  private final boolean hasFraction;

  Element(int bytes, boolean hasFraction) {
    this.bytes = bytes;
    this.hasFraction = hasFraction;
  }

  /** How many bytes a number takes. */
  int bytes() {
    return bytes;
  }

  /** Whether it may be no integer. */
  boolean hasFraction() {
    return hasFraction;
  }

  /** Takes a number. */
  abstract double next(ByteBuffer bytes);
}
