from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("oversight", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="member",
            name="contact",
            field=models.CharField(blank=True, max_length=60, verbose_name="whom to call"),
        ),
        migrations.AddField(
            model_name="member",
            name="telephone",
            field=models.CharField(blank=True, max_length=20, verbose_name="telephone"),
        ),
    ]
