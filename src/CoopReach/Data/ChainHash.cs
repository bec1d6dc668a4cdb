using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CoopReach.Data;

/// <summary>
/// The text a row's hash is taken over. Every part is preceded by its length, so no two rows can spell the same text;
/// an empty column is left out with its name, so a column added later changes no old hash.
/// </summary>
internal sealed class ChainHash
{
    public static readonly byte[] Start = new byte[SHA256.HashSizeInBytes];

    private readonly ArrayBufferWriter<byte> _text = new(512);

    public ChainHash(ReadOnlySpan<byte> previous, string table, long cooperativeId, long seq)
    {
        _text.Write(previous);
        Add(table);
        Add(ChainedColumn.Spell(cooperativeId));
        Add(ChainedColumn.Spell(seq));
    }

    public void Add(string column, object? value)
    {
        if (value is not null)
        {
            Add(column);
            Add(ChainedColumn.Spell(value));
        }
    }

    public byte[] Finish() => SHA256.HashData(_text.WrittenSpan);

    private void Add(string part)
    {
        var length = Encoding.UTF8.GetByteCount(part);
        BinaryPrimitives.WriteInt32BigEndian(_text.GetSpan(sizeof(int)), length);
        _text.Advance(sizeof(int));
        Encoding.UTF8.GetBytes(part, _text);
    }
}
