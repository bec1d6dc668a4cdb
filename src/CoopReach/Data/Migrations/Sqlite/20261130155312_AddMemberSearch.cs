using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopReach.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddMemberSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sort_name",
                table: "memberships",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "village_code",
                table: "memberships",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "member_words",
                columns: table => new
                {
                    word = table.Column<string>(type: "TEXT", nullable: false),
                    cooperative_id = table.Column<long>(type: "INTEGER", nullable: false),
                    membership_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_words", x => new { x.word, x.cooperative_id, x.membership_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_memberships_cooperative_id_sort_name",
                table: "memberships",
                columns: new[] { "cooperative_id", "sort_name" });

            migrationBuilder.CreateIndex(
                name: "IX_memberships_cooperative_id_village_code",
                table: "memberships",
                columns: new[] { "cooperative_id", "village_code" });

            migrationBuilder.CreateIndex(
                name: "IX_memberships_sort_name",
                table: "memberships",
                column: "sort_name");

            migrationBuilder.CreateIndex(
                name: "IX_memberships_village_code",
                table: "memberships",
                column: "village_code");

            migrationBuilder.CreateIndex(
                name: "IX_member_words_membership_id",
                table: "member_words",
                column: "membership_id");

            migrationBuilder.KeepMemberSearch();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "member_words");

            migrationBuilder.DropIndex(
                name: "IX_memberships_cooperative_id_sort_name",
                table: "memberships");

            migrationBuilder.DropIndex(
                name: "IX_memberships_cooperative_id_village_code",
                table: "memberships");

            migrationBuilder.DropIndex(
                name: "IX_memberships_sort_name",
                table: "memberships");

            migrationBuilder.DropIndex(
                name: "IX_memberships_village_code",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "sort_name",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "village_code",
                table: "memberships");
        }
    }
}
