using System.Security.Cryptography;
using System.Xml.Linq;
using CoopReach.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CoopReach.Access;

/// <summary>
/// The keys cookies are protected with, as rows: every node reads what another one sealed. The framework asks without
/// waiting, so these few lines use a connection themselves and not a <see cref="Store"/>'s reading.
/// </summary>
public sealed class ProtectionKeys(Store store, AccessKeys keys) : IXmlRepository
{
    private const string Parameter = "@sealed";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = store.Connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select sealed from protection_keys order by id";
        using var reader = command.ExecuteReader();
        var found = new List<XElement>();
        while (reader.Read())
        {
            if (Open(reader.GetFieldValue<byte[]>(0)) is { } key)
            {
                found.Add(key);
            }
        }

        return found;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = store.Connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"insert into protection_keys (sealed) values ({Parameter})";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (Parameter, keys.SealProtection(element.ToString(SaveOptions.DisableFormatting)));
        command.Parameters.Add(parameter);
        command.ExecuteNonQuery();
    }

    /// <summary>Null for one sealed under another pepper: its cookies are good no more, and a new key is made.</summary>
    private XElement? Open(byte[] box)
    {
        try
        {
            return XElement.Parse(keys.OpenProtection(box));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
