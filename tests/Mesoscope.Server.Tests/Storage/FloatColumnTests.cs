using Mesoscope.Server.Storage.Chunks;

namespace Mesoscope.Server.Tests.Storage;

public sealed class FloatColumnTests
{
    public static TheoryData<float[]> Lists => new()
    {
        Array.Empty<float>(),
        new float[] { 0, 0, 0 },
        new[] { 1.5f, 1.5f },
        new float[] { 1, 2, 3, 1_000_000 },
        new float[] { -1, 1, -16_777_216, 16_777_216 },
        new float[] { 4096, 8192, 1e15f },
        new[] { 0.1f, 12345.678f, -0.1f },
        new[] { float.MaxValue, float.MinValue, float.Epsilon, 0 },
        new[] { -0f, 1f },
        new float[] { 1L << 62, 0 },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Read_WhatWasWritten_IsTheSameToTheBit(float[] values) => Assert.Equal(Bits(values), Bits(RoundTrip(values)));

    [Fact]
    public void Read_RandomBits_AreTheSameToTheBit()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var values = new float[random.Next(1, 70)];
            var mask = random.Next(3) switch { 0 => uint.MaxValue, 1 => 0xFFFF_F000u, _ => 0x0007_FFFFu };
            foreach (ref var value in values.AsSpan())
            {
                value = random.Next(4) == 0 ? random.Next(-50, 50) : BitConverter.UInt32BitsToSingle((uint)random.NextInt64() & mask & 0x7F7F_FFFF);
            }

            Assert.Equal(Bits(values), Bits(RoundTrip(values)));
        }
    }

    [Fact]
    public void Write_CountsThatChangeLittle_TakesOneByteEach()
    {
        var output = new ByteWriter();
        FloatColumn.Write(output, [.. Enumerable.Range(0, 60).Select(i => 1_000_000f + (i % 7))]);
        Assert.InRange(output.Length, 60, 70);
    }

    static float[] RoundTrip(float[] values)
    {
        var output = new ByteWriter();
        FloatColumn.Write(output, values);
        var input = new ByteReader(output.Written);
        var read = new float[values.Length];
        FloatColumn.Read(ref input, read);
        Assert.Equal(0, input.Left);
        return read;
    }

    static uint[] Bits(float[] values) => [.. values.Select(BitConverter.SingleToUInt32Bits)];
}
